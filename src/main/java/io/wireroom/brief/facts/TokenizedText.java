package io.wireroom.brief.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.PorterStemmer;

/** A sentence, or the evidence for one, as words. Immutable. */
final class TokenizedText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:\\p{L}\\.){2,12}"
              + "|(?:US|A|C|NZ|HK|S)?\\$|[\u00a3\u20ac\u00a5\u20b9]"
              + "|(?<number>\\d+(?:[.,:]\\d+){0,12})"
              + "|\\p{L}[\\p{L}\\p{M}\\d]*(?:['\u2019]\\p{L}+)?"
              + "|\\S");

  /** Words that a full stop shortens: no sentence ends there. */
  private static final Set<String> SHORTENED =
      Set.of(
          ("mr mrs ms dr st sr jr gov sen rep gen col lt sgt capt prof rev hon inc corp co ltd vs"
                  + " no jan feb mar apr aug sept sep oct nov dec intl dept")
              .split(" ", -1));

  private static final int SHORT = 100;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> CLAUSE_WORDS =
      Set.of("but", "while", "whereas", "although", "though", "which", "who", "because", "and");
  private static final Set<String> CLAUSE_MARKS =
      Set.of(".", ",", ";", ":", "!", "?", "(", ")", "\u2013", "\u2014", "\"", "\u201c", "\u201d");
  private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ":");
  private static final Set<String> OPENERS =
      Set.of("\"", "\u201c", "\u2018", "'", "\u00ab", "(", "-", "\u2013", "\u2022");

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
  private final List<Integer> sentenceStarts;

  private TokenizedText(String text, List<Word> words) {
    this.text = text;
    this.words = List.copyOf(words);
    this.lowers = words.stream().map(Word::lower).collect(Collectors.toSet());
    this.contentStems =
        words.stream().filter(TokenizedText::isContent).map(Word::stem).collect(Collectors.toSet());
    this.sentenceStarts = List.copyOf(findSentenceStarts());
  }

  static TokenizedText of(String text) {
    PorterStemmer stemmer = new PorterStemmer();
    List<Word> words = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text);
    int clause = 0;
    int lastEnd = -1;
    boolean opens = true;
    while (tokens.find()) {
      String token = tokens.group();
      Word.Type type = type(token, tokens.group("number") != null);
      String lower = fold(token);
      if (text.substring(Math.max(0, lastEnd), tokens.start()).indexOf('\n') >= 0) {
        opens = true;
        clause++;
      }
      boolean shortened =
          token.equals(".")
              && tokens.start() == lastEnd
              && !words.isEmpty()
              && words.get(words.size() - 1).capital()
              && SHORTENED.contains(words.get(words.size() - 1).lower());
      if (!shortened && (CLAUSE_MARKS.contains(token) || CLAUSE_WORDS.contains(lower))) {
        clause++;
      }
      boolean glued = tokens.start() == lastEnd;
      for (String part : type == Word.Type.WORD ? parts(lower) : List.of(lower)) {
        String stem = type == Word.Type.WORD ? stemmer.stem(FactLexicon.ENGLISH.base(part)) : part;
        words.add(
            new Word(token, part, stem, tokens.start(), tokens.end(), type, glued, opens, clause));
      }
      lastEnd = tokens.end();
      opens = (SENTENCE_ENDS.contains(token) && !shortened) || (opens && OPENERS.contains(token));
    }
    return new TokenizedText(text, words);
  }

  private static Word.Type type(String token, boolean number) {
    if (number) {
      return Word.Type.NUMBER;
    }
    return Character.isLetter(token.codePointAt(0)) && !token.endsWith("$")
        ? Word.Type.WORD
        : Word.Type.MARK;
  }

  /** Lower case, no accents, one kind of apostrophe, no possessive, no full stops (U.S.). */
  static String fold(String token) {
    boolean ascii = token.chars().allMatch(c -> c < 0x80);
    String plain =
        ascii
            ? token
            : MARKS.matcher(Normalizer.normalize(token, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (lower.length() > 2 && lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.length() > 1 ? lower.replace(".", "") : lower;
  }

  /** A contraction as the words it stands for, so that a negation is a word. */
  private static List<String> parts(String lower) {
    return switch (lower) {
      case "cannot", "can't" -> List.of("can", "not");
      case "won't" -> List.of("will", "not");
      case "shan't" -> List.of("shall", "not");
      default -> {
        if (lower.endsWith("n't")) {
          yield List.of(lower.substring(0, lower.length() - 3), "not");
        }
        yield lower.endsWith("'ll")
            ? List.of(lower.substring(0, lower.length() - 3), "will")
            : List.of(lower);
      }
    };
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

  /** Where its sentences begin, as indexes of words; the first is 0. */
  List<Integer> sentenceStarts() {
    return sentenceStarts;
  }

  private List<Integer> findSentenceStarts() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean first = i == 0 || !words.get(i - 1).opens() || endsSentence(i - 1);
      if (i == 0 || (words.get(i).opens() && first)) {
        starts.add(i);
      }
    }
    return starts;
  }

  private boolean endsSentence(int index) {
    return SENTENCE_ENDS.contains(words.get(index).text());
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
    if (from + count > words.size()) {
      return "";
    }
    StringBuilder phrase = new StringBuilder(words.get(from).lower());
    for (int i = from + 1; i < from + count; i++) {
      phrase.append('_').append(words.get(i).lower());
    }
    return phrase.toString();
  }

  /** Stems from an index, joined by {@code _}; empty where the passage ends before. */
  String stems(int from, int count) {
    if (from + count > words.size()) {
      return "";
    }
    StringBuilder phrase = new StringBuilder(words.get(from).stem());
    for (int i = from + 1; i < from + count; i++) {
      phrase.append('_').append(words.get(i).stem());
    }
    return phrase.toString();
  }

  /** The words from one index up to another, as written. */
  String slice(int from, int to) {
    return text.substring(words.get(from).start(), words.get(to - 1).end());
  }
}
