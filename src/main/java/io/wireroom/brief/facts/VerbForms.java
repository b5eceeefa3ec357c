package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Tells pasts, participles and adverbs by their form and by the word before them: as much grammar
 * as clauses need, in place of a parser.
 */
final class VerbForms {

  private static final Set<String> NOT_PAST = Set.of("child", "man", "see", "lie", "die", "have");
  private static final Set<String> SAME_IN_PAST =
      Set.of(
          "put", "cut", "set", "hit", "shut", "cost", "hurt", "split", "spread", "let", "bet",
          "read", "quit");
  static final Set<String> BEFORE_NOUNS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "of",
          "in", "for", "with", "some", "all", "two", "three", "most", "many", "more", "no");

  private VerbForms() {}

  static boolean isPast(TokenizedText passage, FactLexicon lexicon, int index) {
    Word word = passage.word(index);
    return word.isWord()
        && !word.capital()
        && index > 0
        && !BEFORE_NOUNS.contains(passage.word(index - 1).lower())
        && !passage.at(index + 1, "-")
        && !passage.at(index - 1, "-")
        && TokenizedText.isContent(word)
        && !SAME_IN_PAST.contains(word.lower())
        && isParticiple(lexicon, word.lower());
  }

  /** Whether a word has the form of a past or of a past participle. */
  static boolean isParticiple(FactLexicon lexicon, String word) {
    String base = lexicon.base(word);
    boolean irregular = !base.equals(word) && !word.endsWith("ing") && !NOT_PAST.contains(base);
    return irregular || SAME_IN_PAST.contains(word) || (word.length() > 4 && word.endsWith("ed"));
  }

  static boolean isAdverb(String word) {
    return word.endsWith("ly") && word.length() > 4;
  }
}
