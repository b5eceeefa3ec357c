package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds each clause of a sentence to the clause of the evidence that tells the same: what is only
 * planned, asked for or possible there must not be told as done, nor what is done there as still to
 * come. Where no clause of the evidence clearly is the counterpart, nothing is said.
 */
final class ClauseFacts {

  /** More than four sentences have: text without stops, of which every clause would be compared. */
  private static final int MOST_WORDS = 400;

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final ClausePairs pairs;

  private ClauseFacts(Claim claim) {
    this.sentence = claim.sentence();
    this.evidence = claim.evidence();
    this.pairs = new ClausePairs(claim);
  }

  static List<Objection> check(Claim claim) {
    if (claim.evidence().size() > MOST_WORDS) {
      return List.of();
    }
    ClauseFacts facts = new ClauseFacts(claim);
    List<ClausePairs.Pair> pairs = facts.pairs.all();
    List<Objection> objections = new ArrayList<>();
    for (ClausePairs.Pair pair : pairs) {
      facts.check(pair.here(), pair.there(), objections);
    }
    objections.addAll(new ClauseDenials(claim, facts.pairs).check(pairs));
    return objections;
  }

  private void check(Clause clause, Clause there, List<Objection> objections) {
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
      object(objections, clause, "the evidence does not say that it was done: ", there);
    } else if (toldToCome && pairs.overlap().sameWord(clause, there)) {
      object(objections, clause, "the evidence says that it was done: ", there);
    }
  }

  private void object(List<Objection> objections, Clause clause, String why, Clause there) {
    int word = there.trigger() >= 0 ? there.trigger() : there.verb();
    objections.add(
        new Objection(
            Kind.STATUS, sentence.word(clause.verb()).text(), why + evidence.word(word).text()));
  }
}
