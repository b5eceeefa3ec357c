package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;

/**
 * Holds each clause of a sentence to the clause of the evidence that tells the same: what is only
 * planned, asked for or possible there must not be told as done, nor what is done there as still to
 * come. Where no clause of the evidence clearly is the counterpart, nothing is said.
 */
final class ClauseFacts extends Check {

  /** More than four sentences have: text without stops, of which every clause would be compared. */
  private static final int MOST_WORDS = 400;

  ClauseFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    if (evidence.size() > MOST_WORDS) {
      return;
    }
    ClausePairs pairs = new ClausePairs(claim);
    List<ClausePairs.Pair> counterparts = pairs.all();
    for (ClausePairs.Pair pair : counterparts) {
      check(pair.here(), pair.there(), pairs);
    }
    ClauseDenials denials = new ClauseDenials(this, pairs);
    for (ClausePairs.Pair pair : counterparts) {
      denials.check(pair.here(), pair.there());
    }
  }

  private void check(Clause clause, Clause there, ClausePairs pairs) {
    if (clause.verb() < 0 || there.verb() < 0) {
      return;
    }
    boolean toldDone = clause.standing() == Standing.DONE && there.standing().isToCome();
    boolean toldToCome =
        clause.standing().isToCome()
            && clause.standing() != Standing.OPEN
            && there.standing() == Standing.DONE;
    if (toldDone
        && pairs.areCounterparts(clause, there)
        && !pairs.overlap().tells(clause, there.trigger())) {
      object(clause, "the evidence does not say that it was done: ", there);
    } else if (toldToCome && pairs.overlap().sameWord(clause, there)) {
      object(clause, "the evidence says that it was done: ", there);
    }
  }

  private void object(Clause clause, String why, Clause there) {
    int word = there.trigger() >= 0 ? there.trigger() : there.verb();
    object(Kind.STATUS, sentence.word(clause.verb()).text(), why + evidence.word(word).text());
  }
}
