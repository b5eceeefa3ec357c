package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each clause of a sentence the clause of the evidence that tells the same, since only
 * these two can contradict each other: it is the one that shares most of what is told.
 */
final class ClausePairs {

  /** With another verb, so many words must be shared, and this part of all. */
  private static final double LEAST_SHARED = 3;

  private static final double LEAST_PART = 0.5;

  /** With the same verb. */
  private static final double LEAST_SHARED_WITH_VERB = 2;

  private static final double LEAST_PART_WITH_VERB = 0.35;

  /** A clause with less than this part of what the best one shares is about something else. */
  private static final double HALF = 0.5;

  /** So many are enough when they are all that the clause tells. */
  private static final int LITTLE = 2;

  /** By how much the best clause must be better than one that stands otherwise. */
  private static final double MARGIN = 1;

  /** A clause of the sentence, and the one of the evidence that tells the same. */
  record Pair(Clause here, Clause there) {}

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final Nearby nearby;
  private final Senses senses;
  private final FactLexicon lexicon;
  private final ClauseOverlap overlap;
  private final List<Clause> there;

  ClausePairs(Claim claim) {
    this.sentence = claim.sentence();
    this.evidence = claim.evidence();
    this.nearby = claim.nearby();
    this.senses = claim.senses();
    this.lexicon = claim.lexicon();
    this.overlap = new ClauseOverlap(sentence, evidence, senses);
    this.there = ClauseReader.read(evidence, lexicon);
  }

  ClauseOverlap overlap() {
    return overlap;
  }

  /** The clauses of the sentence that have a counterpart, each with it. */
  List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    for (Clause clause : ClauseReader.read(sentence, lexicon)) {
      @Nullable Clause there = counterpart(clause);
      if (there != null) {
        pairs.add(new Pair(clause, there));
      }
    }
    return pairs;
  }

  /** The clause that tells the same; null when none does, or several that stand otherwise. */
  private @Nullable Clause counterpart(Clause clause) {
    @Nullable Clause best = best(clause);
    if (best == null) {
      return null;
    }
    double shared = overlap.shared(clause, best);
    double part = shared / ClauseOverlap.size(clause);
    boolean verb = overlap.sameVerb(clause, best);
    if (verb && (part >= 1 || shared >= LEAST_SHARED_WITH_VERB) && part >= LEAST_PART_WITH_VERB) {
      return overlap.sameWord(clause, best) || shared >= LEAST_SHARED_WITH_VERB ? best : null;
    }
    return isAlike(clause, best, shared, part) ? best : null;
  }

  /** Whether the verbs of two clauses tell the same, or stand for each other. */
  boolean areCounterparts(Clause clause, Clause other) {
    return overlap.sameVerb(clause, other)
        || (areLeftOver(clause, other) && overlap.sharesObject(clause, other));
  }

  private boolean isAlike(Clause clause, Clause best, double shared, double part) {
    boolean much = shared >= LEAST_SHARED || (shared >= LITTLE && part >= 1);
    return much && part >= LEAST_PART && overlap.sharesPredicate(clause, best);
  }

  /** The clause that shares most; null where another that stands otherwise shares about as much. */
  private @Nullable Clause best(Clause clause) {
    @Nullable Clause best = null;
    double most = 0;
    for (Clause other : there) {
      double score = overlap.score(clause, other);
      if (score > most) {
        most = score;
        best = other;
      }
    }
    if (best == null || !nearby.speaksOf(best.from())) {
      return null;
    }
    for (Clause other : there) {
      boolean otherwise = other.standing() != best.standing() || other.denied() != best.denied();
      if (!other.equals(best) && otherwise && overlap.score(clause, other) + MARGIN > most) {
        return null;
      }
    }
    return best;
  }

  /**
   * Whether neither verb has its like anywhere in the other text but in this clause: then each
   * stands for the other.
   */
  private boolean areLeftOver(Clause clause, Clause other) {
    double much = HALF * overlap.shared(clause, other);
    for (Clause next : there) {
      if (!next.equals(other)
          && overlap.shared(clause, next) >= much
          && overlap.hasVerb(clause, next)) {
        return false;
      }
    }
    // Of "asked the government for loans" no verb is to come.
    boolean object = other.trigger() >= 0 && !evidence.at(other.verb() - 1, "to");
    for (int i = 0; i < sentence.size() && !object; i++) {
      boolean own = i >= clause.from() && i < clause.core();
      if (!own && (senses.alike(i, other.verb()) || overlap.isAgain(i, other.verb()))) {
        return false;
      }
    }
    return true;
  }
}
