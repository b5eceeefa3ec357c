package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or phrase that tells how certain something is ("may", "is likely to", "plans to", "will"),
 * with what it speaks of: so that the one of a sentence can be held to that of its evidence.
 *
 * @param level from {@link #POSSIBLE} to {@link #WILL}
 * @param hit where it stands
 * @param stems stems of what it speaks of, the verb first; empty when that is not to be told
 */
record Modal(int level, FactLexicon.Hit hit, List<String> stems) {

  static final int POSSIBLE = 0;
  static final int LIKELY = 1;
  static final int PLAN = 2;
  static final int WILL = 3;

  /** From a mere possibility to the future. */
  private static final List<String> LEVELS =
      List.of("modal-possible", "modal-likely", "modal-plan", "modal-will");

  /** How many words after a modal are what it speaks of. */
  static final int REACH = 5;

  /** The modals of a passage, the weakest first. */
  static List<Modal> in(TokenizedText passage, FactLexicon lexicon) {
    List<Modal> found = new ArrayList<>();
    for (int level = POSSIBLE; level <= WILL; level++) {
      for (FactLexicon.Hit hit : lexicon.hits(LEVELS.get(level), passage)) {
        // Capital May is the month, and "considers that" an opinion.
        boolean opinion =
            passage.word(hit.from()).stem().equals("consid") && passage.at(hit.to(), "that");
        if (!opinion && !passage.word(hit.from()).text().equals("May")) {
          found.add(new Modal(level, hit, after(passage, hit.to())));
        }
      }
    }
    return found;
  }

  private static List<String> after(TokenizedText passage, int from) {
    List<String> stems = new ArrayList<>();
    for (int i = from; i < Math.min(passage.size(), from + REACH); i++) {
      Word word = passage.word(i);
      if (word.clause() != passage.word(from - 1).clause()) {
        break;
      }
      if (TokenizedText.isContent(word) && !word.capital() && !word.lower().endsWith("ly")) {
        stems.add(word.stem());
      }
    }
    return stems;
  }

  /** Stem of the verb it speaks of; empty when none is found. */
  String verb() {
    return stems.isEmpty() ? "" : stems.get(0);
  }

  /** Whether it says less than that something will be. */
  boolean isHedge() {
    return level < WILL;
  }

  /**
   * Whether it may stand for another: a plan is less than what will be, a chance much less.
   *
   * @param other a modal of the evidence
   */
  boolean mayStandFor(Modal other) {
    return switch (level) {
      case POSSIBLE -> other.level == POSSIBLE || other.level == LIKELY;
      case LIKELY, PLAN -> other.level != POSSIBLE;
      default -> other.level == WILL;
    };
  }
}
