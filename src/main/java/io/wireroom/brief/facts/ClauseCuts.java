package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where the clauses of a passage may begin, so that what one denies or plans is not taken for
 * the next one's: no clause goes on over one of these places.
 */
final class ClauseCuts {

  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "we");

  /** Words with which one may begin as well, where they do not name a time. */
  private static final Set<String> CUTS =
      Set.of(
          "after", "before", "until", "till", "unless", "if", "when", "once", "that", "where",
          "whose", "since", "whether", "as", "or", "than", "despite");

  private static final Set<String> RELATIVES =
      Set.of("that", "which", "who", "whose", "where", "he", "she", "they", "we");

  private static final List<String> TIMES =
      List.of(
          "months", "weekdays", "relative-lead", "relative-days", "relative-unit", "number-words");

  private ClauseCuts() {}

  static List<Integer> of(TokenizedText passage, FactLexicon lexicon) {
    List<Integer> cuts = new ArrayList<>(List.of(0));
    for (int i = 1; i < passage.size(); i++) {
      Word word = passage.word(i);
      boolean said = says(passage, lexicon, i - 1) && word.isWord();
      boolean date =
          word.is(",")
              && passage.word(i - 1).isNumber()
              && i + 1 < passage.size()
              && passage.word(i + 1).isNumber();
      boolean mark = word.clause() != passage.word(i - 1).clause();
      if ((mark && !date) || word.opens() || isCut(passage, lexicon, i) || said) {
        cuts.add(i);
      }
    }
    cuts.add(passage.size());
    for (int c = 0; c + 1 < cuts.size(); c++) {
      int second = second(passage, lexicon, cuts.get(c), cuts.get(c + 1));
      if (second > cuts.get(c)) {
        cuts.add(c + 1, second);
      }
    }
    return cuts;
  }

  /** A second auxiliary without a conjunction: the rent "that they lost | cannot be claimed". */
  private static int second(TokenizedText passage, FactLexicon lexicon, int from, int to) {
    boolean relative = RELATIVES.contains(passage.word(from).lower());
    VerbChain first = relative ? VerbChain.of(passage, lexicon, from, to) : VerbChain.NONE;
    if (first.verb() < 0) {
      return -1;
    }
    VerbChain next = VerbChain.of(passage, lexicon, first.verb() + 1, to);
    return next.at() >= 0 && next.at() != next.verb() && next.at() != next.trigger()
        ? next.at()
        : -1;
  }

  private static boolean isCut(TokenizedText passage, FactLexicon lexicon, int index) {
    boolean opened = index - 1 >= 0 && isConjunction(passage.word(index - 1).lower());
    boolean pronoun = PRONOUNS.contains(passage.word(index).lower());
    return pronoun
        ? !opened
        : CUTS.contains(passage.word(index).lower()) && !isTime(passage, lexicon, index + 1);
  }

  /** Whether a word joins clauses, and says nothing else. */
  static boolean isConjunction(String word) {
    return CUTS.contains(word) || Tokenizer.CLAUSE_WORDS.contains(word);
  }

  /** "After 2010", "before Monday", "until next week". */
  private static boolean isTime(TokenizedText passage, FactLexicon lexicon, int index) {
    return index < passage.size()
        && (passage.word(index).isNumber()
            || TIMES.stream().anyMatch(section -> lexicon.knows(section, passage, index)));
  }

  static boolean says(TokenizedText passage, FactLexicon lexicon, int index) {
    return lexicon.knows("say-neutral", passage, index) && !passage.at(index, "according");
  }

  /** Whether somebody says something there. */
  static boolean says(TokenizedText passage, FactLexicon lexicon, int from, int to) {
    for (int i = from; i < to; i++) {
      if (says(passage, lexicon, i)) {
        return true;
      }
    }
    return false;
  }
}
