package io.wireroom.brief.facts;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sentence, or the evidence for one, as words: what all checks look at, so that a text is read
 * once. Immutable.
 */
final class TokenizedText {

  private static final int SHORT = 100;

  /** Words that carry no fact of their own. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("a an the this that these those it its he she they them his her their him we our us you"
                  + " your i my me and or but nor of to in on at by for from with as into onto than"
                  + " then so if is are was were be been being has have had do does did will would"
                  + " shall can could may might must should also who whom whose which what when where"
                  + " while after before over under about around up down out off there here not no"
                  + " more most some any all both each other such own same very just only now yet ever"
                  + " still said says say according told")
              .split(" ", -1));

  private final String text;
  private final List<Word> words;
  private final Set<String> lowers;
  private final Set<String> contentStems;
  private final Sentences sentences;

  private TokenizedText(String text, List<Word> words) {
    this.text = text;
    this.words = List.copyOf(words);
    this.lowers = words.stream().map(Word::lower).collect(Collectors.toSet());
    this.contentStems =
        words.stream().filter(TokenizedText::isContent).map(Word::stem).collect(Collectors.toSet());
    this.sentences = Sentences.of(this.words);
  }

  static TokenizedText of(String text) {
    return new TokenizedText(text, Tokenizer.words(text));
  }

  String text() {
    return text;
  }

  List<Word> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  Word word(int index) {
    return words.get(index);
  }

  /** Whether the word at an index is this one; false outside the passage. */
  boolean at(int index, String word) {
    return index >= 0 && index < words.size() && words.get(index).is(word);
  }

  boolean has(String lower) {
    return lowers.contains(lower);
  }

  /** Whether it is as short as a claim's evidence is: in a long text, near and far tell little. */
  boolean isShort() {
    return words.size() <= SHORT;
  }

  Sentences sentences() {
    return sentences;
  }

  /** The words of one of its sentences. */
  List<Word> sentence(int sentence) {
    return words.subList(sentences.from(sentence), sentences.to(sentence));
  }

  /** Stems of the words that say something. */
  Set<String> contentStems() {
    return contentStems;
  }

  static boolean isContent(Word word) {
    return word.isWord() && word.lower().length() > 1 && !EMPTY_WORDS.contains(word.lower());
  }

  /** Whether a word says something, or is a number. */
  static boolean tells(Word word) {
    return word.isNumber() || isContent(word);
  }

  /** Lower-case words from an index, joined by {@code _}; empty where the passage ends before. */
  String phrase(int from, int count) {
    return joined(from, count, Word::lower);
  }

  /** Stems from an index, joined by {@code _}; empty where the passage ends before. */
  String stems(int from, int count) {
    return joined(from, count, Word::stem);
  }

  private String joined(int from, int count, Function<Word, String> form) {
    if (from + count > words.size()) {
      return "";
    }
    StringBuilder phrase = new StringBuilder(form.apply(words.get(from)));
    for (int i = from + 1; i < from + count; i++) {
      phrase.append('_').append(form.apply(words.get(i)));
    }
    return phrase.toString();
  }

  /** The words from one index up to another, as written. */
  String slice(int from, int to) {
    return text.substring(words.get(from).start(), words.get(to - 1).end());
  }
}
