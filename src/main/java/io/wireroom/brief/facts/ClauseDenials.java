package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds yes and no in each clause of a sentence to the clause of the evidence that tells the same:
 * one of them has a word for no, and the other nothing that could stand for it, neither a verb such
 * as fail or escape, nor a word such as unpaid, nor the opposite of a word.
 */
final class ClauseDenials {

  private static final List<String> WEAK = List.of("implied-no", "clouding", "denying");

  private final Check facts;
  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final ClausePairs pairs;
  private final ClauseOpposites opposites;

  /**
   * @param facts the check that objects to what is found
   */
  ClauseDenials(Check facts, ClausePairs pairs) {
    this.facts = facts;
    this.sentence = facts.sentence;
    this.evidence = facts.evidence;
    this.pairs = pairs;
    this.opposites = new ClauseOpposites(facts);
  }

  void check(Clause clause, Clause there) {
    opposites.check(clause, there);
    if (clause.verb() >= 0
        && there.verb() >= 0
        && !pairs.overlap().areOpposed(clause, there)
        && pairs.areCounterparts(clause, there)) {
      checkDenied(clause, there);
    }
  }

  private void checkDenied(Clause clause, Clause there) {
    // "Spared" and "escaped", "stop" and "block": what both deny counts for neither.
    boolean both = isWeak(sentence, clause.verb()) && isWeak(evidence, there.verb());
    int skipped = both ? clause.verb() : -1;
    int skippedThere = both ? there.verb() : -1;
    boolean lost = there.denied() && there.noes() == 1 && isPlain(sentence, clause, skipped);
    boolean added = clause.denied() && clause.noes() == 1 && isPlain(evidence, there, skippedThere);
    boolean lapsed = saysLapsed(sentence, clause) && saysStill(evidence, there);
    boolean revived = saysStill(sentence, clause) && saysLapsed(evidence, there);
    if (lost || added || lapsed || revived) {
      String what = sentence.word(clause.verb()).text();
      String why = lost || revived ? "the evidence denies this" : "the evidence does not deny this";
      facts.object(Kind.NEGATION, what, why);
    }
  }

  private static boolean saysLapsed(TokenizedText passage, Clause clause) {
    return IntStream.range(clause.from(), clause.to())
        .anyMatch(i -> passage.at(i, "no") && passage.at(i + 1, "longer"));
  }

  private static boolean saysStill(TokenizedText passage, Clause clause) {
    return clause.noes() == 0
        && IntStream.range(clause.from(), clause.to()).anyMatch(i -> passage.at(i, "still"));
  }

  private boolean isWeak(TokenizedText passage, int index) {
    return WEAK.stream().anyMatch(section -> facts.lexicon.knows(section, passage, index));
  }

  /** Whether a clause has no word that could deny something, but one. */
  private boolean isPlain(TokenizedText passage, Clause clause, int but) {
    TokenizedText other = passage == sentence ? evidence : sentence;
    if (isWeak(passage, clause.from() - 1)) {
      return false; // "Denied | that it had shared"
    }
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean weak = isWeak(passage, i) || facts.lexicon.knows("as-before", passage, i);
      if (i != but && (weak || Prefixes.sayNo(passage.word(i), other))) {
        return false;
      }
    }
    return clause.noes() == 0;
  }
}
