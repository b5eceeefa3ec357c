package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;

/**
 * Holds the words of a clause to the opposites that stand in the clause of the evidence that tells
 * the same: "has changed" against "kept unchanged". Both clauses must say no as often.
 */
final class ClauseOpposites {

  /** How much must stand around both words. */
  private static final double LEAST_FIT = 0.6;

  private final Check facts;
  private final Senses senses;

  /**
   * @param facts the check that objects to what is found
   */
  ClauseOpposites(Check facts) {
    this.facts = facts;
    this.senses = facts.senses;
  }

  void check(Clause clause, Clause there) {
    if (clause.noes() != there.noes()) {
      return;
    }
    for (int i = clause.from(); i < clause.core(); i++) {
      for (int at = there.from(); at < there.core(); at++) {
        if (senses.unlike(i, at)
            && !isBorne(i, there)
            && !senses.isTold(at)
            && facts.places.fit(i, i + 1, at, at + 1) >= LEAST_FIT) {
          facts.object(
              Kind.STATUS,
              facts.sentence.word(i).text(),
              "the evidence says the opposite: " + facts.evidence.word(at).text());
          return;
        }
      }
    }
  }

  /** Whether the clause of the evidence has a word of the sentence as well. */
  private boolean isBorne(int index, Clause there) {
    for (int at = there.from(); at < there.to(); at++) {
      if (senses.alike(index, at)) {
        return true;
      }
    }
    return false;
  }
}
