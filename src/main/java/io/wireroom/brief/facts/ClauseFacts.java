package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private ClauseFacts(TokenizedText sentence, Nearby nearby, FactLexicon lexicon) {
    this.sentence = sentence;
    this.evidence = nearby.close();
    this.pairs = new ClausePairs(sentence, nearby, lexicon);
  }

  static List<Objection> check(TokenizedText sentence, Nearby nearby, FactLexicon lexicon) {
    if (nearby.close().size() > MOST_WORDS) {
      return List.of();
    }
    ClauseFacts facts = new ClauseFacts(sentence, nearby, lexicon);
    List<Objection> objections = new ArrayList<>();
    for (Clause clause : facts.pairs.clauses()) {
      if (clause.verb() >= 0 && clause.standing() != Standing.UNKNOWN) {
        facts.check(clause, objections);
      }
    }
    objections.addAll(ClauseDenials.check(sentence, nearby, lexicon, facts.pairs));
    return objections;
  }

  private void check(Clause clause, List<Objection> objections) {
    @Nullable Clause there = pairs.counterpart(clause);
    if (there == null || there.verb() < 0) {
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
