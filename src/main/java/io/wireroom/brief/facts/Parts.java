package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Tells nouns from verbs by the small word before them: "their names" is not what "has not been
 * named" denies. Where that word tells nothing, nothing is told.
 */
final class Parts {

  private static final Set<String> BEFORE_NOUNS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "of");

  private Parts() {}

  private static boolean isNoun(TokenizedText passage, int index) {
    return index > 0
        && (BEFORE_NOUNS.contains(passage.word(index - 1).lower())
            || passage.word(index - 1).text().matches("\\p{Lu}.*['\u2019]s"));
  }

  private static boolean isVerb(TokenizedText passage, int index) {
    return index > 0
        && (Auxiliaries.WORDS.contains(passage.word(index - 1).lower())
            || passage.at(index - 1, "not")
            || passage.at(index - 1, "to"));
  }

  /** Whether one of two words is used as a noun, and the other as a verb. */
  static boolean differ(TokenizedText one, int index, TokenizedText other, int indexThere) {
    return (isNoun(one, index) && isVerb(other, indexThere))
        || (isVerb(one, index) && isNoun(other, indexThere));
  }

  /** The same of every word of a passage that has this stem. */
  static boolean differ(TokenizedText one, String stem, TokenizedText other, int indexThere) {
    for (int i = 0; i < one.size(); i++) {
      if (one.word(i).stem().equals(stem) && !differ(one, i, other, indexThere)) {
        return false;
      }
    }
    return true;
  }
}
