package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Finds the verb that an auxiliary of a passage announces: in "none of the coins, which …, had been
 * insured" it is the insuring that the "none" denies, far behind it.
 */
final class Auxiliaries {

  /** How many words behind another the auxiliary and its verb are looked for, at most. */
  private static final int REACH = 16;

  static final Set<String> WORDS =
      Set.of(
          "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does",
          "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should");

  private final TokenizedText passage;

  Auxiliaries(TokenizedText passage) {
    this.passage = passage;
  }

  /**
   * The verb after the next auxiliary of the clause; a relative clause in commas is stepped over;
   * -1 where none stands.
   */
  int verbBehind(int from) {
    int i = from;
    int limit = Math.min(passage.size(), from + REACH);
    while (i < limit) {
      Word word = passage.word(i);
      if (Speakers.STOPS.contains(word.text()) || word.is("but") || word.is("and")) {
        return -1;
      }
      if (word.is(",")) {
        boolean relative = passage.at(i + 1, "which") || passage.at(i + 1, "who");
        int end = i + 1;
        while (relative && end < limit && !passage.at(end, ",")) {
          end++;
        }
        if (!relative || end >= limit) {
          return -1;
        }
        i = end;
      } else if (WORDS.contains(word.lower())) {
        return mainVerb(i + 1, limit);
      }
      i++;
    }
    return -1;
  }

  private int mainVerb(int from, int limit) {
    for (int i = from; i < limit; i++) {
      Word word = passage.word(i);
      if (!word.isWord()) {
        return -1;
      }
      if (!WORDS.contains(word.lower()) && !isBetween(word) && !word.is("to")) {
        return TokenizedText.isContent(word) ? i : -1;
      }
    }
    return -1;
  }

  /** Whether a word may stand between an auxiliary and its verb, and is not what is denied. */
  static boolean isBetween(Word word) {
    return word.lower().endsWith("ly") || word.is("yet") || word.is("also") || word.is("so");
  }
}
