package io.wireroom.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds for a clause of a sentence the clause of the evidence that shares most of what it tells.
 */
final class ClausePairs {

  /** With another verb, so many words must be shared, and this part of all. */
  private static final double LEAST_SHARED = 3;

  private static final double LEAST_PART = 0.5;

  /** With the same verb. */
  private static final double LEAST_SHARED_WITH_VERB = 2;

  private static final double LEAST_PART_WITH_VERB = 0.35;

  /** What a common verb counts, in words. */
  private static final double VERB = 1.5;

  /** What a word counts that stands in the same sentence, but in another clause. */
  private static final double NEARBY = 0.5;

  /** A clause with less than this part of what the best one shares is about something else. */
  private static final double HALF = 0.5;

  /** So little a clause may tell for those next to it to speak for it. */
  private static final int LITTLE = 2;

  /** By how much the best clause must be better than one that stands otherwise. */
  private static final double MARGIN = 1;

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final Nearby nearby;
  private final Senses senses;
  private final List<Clause> here;
  private final List<Clause> there;

  ClausePairs(TokenizedText sentence, Nearby nearby, FactLexicon lexicon) {
    this.sentence = sentence;
    this.evidence = nearby.close();
    this.nearby = nearby;
    this.senses = new Senses(sentence, evidence, lexicon);
    this.here = Clauses.of(sentence, lexicon);
    this.there = Clauses.of(evidence, lexicon);
  }

  List<Clause> clauses() {
    return here;
  }

  /** The clause that tells the same; null when none does, or several that stand otherwise. */
  @Nullable Clause counterpart(Clause clause) {
    @Nullable Clause best = best(clause);
    if (best == null) {
      return null;
    }
    double shared = shared(clause, best);
    double part = shared / size(clause);
    boolean verb = sameVerb(clause, best);
    if (verb && (part >= 1 || shared >= LEAST_SHARED_WITH_VERB) && part >= LEAST_PART_WITH_VERB) {
      return sameWord(clause, best) || shared >= LEAST_SHARED_WITH_VERB ? best : null;
    }
    boolean alike = isAlike(clause, best, shared, part);
    boolean framed = size(clause) <= LITTLE && part >= LEAST_PART && isFramed(clause, best);
    return alike || framed ? best : null;
  }

  private boolean isAlike(Clause clause, Clause best, double shared, double part) {
    boolean much = shared >= LEAST_SHARED || (shared >= LITTLE && part >= 1);
    return much && part >= LEAST_PART && sharesPredicate(clause, best);
  }

  /** The clause that shares most; null where another that stands otherwise shares about as much. */
  private @Nullable Clause best(Clause clause) {
    @Nullable Clause best = null;
    double most = 0;
    for (Clause other : there) {
      double score = score(clause, other);
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
      if (other != best && otherwise && score(clause, other) + MARGIN > most) {
        return null;
      }
    }
    return best;
  }

  /** Whether the clause after it, or before it, has its counterpart after, or before, that one. */
  private boolean isFramed(Clause clause, Clause other) {
    int index = here.indexOf(clause);
    int indexThere = there.indexOf(other);
    for (int step : new int[] {-1, 1}) {
      boolean inside =
          index + step >= 0
              && index + step < here.size()
              && indexThere + step >= 0
              && indexThere + step < there.size();
      if (inside) {
        Clause next = here.get(index + step);
        Clause nextThere = there.get(indexThere + step);
        double shared = shared(next, nextThere);
        if (nextThere.equals(best(next)) && isAlike(next, nextThere, shared, shared / size(next))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether more than the subjects is shared: something behind the verb, on one side at least. */
  private boolean sharesPredicate(Clause clause, Clause other) {
    for (int i : clause.content()) {
      for (int at : other.content()) {
        if ((i > clause.verb() || at > other.verb()) && senses.alike(i, at)) {
          return true;
        }
      }
    }
    return false;
  }

  double score(Clause clause, Clause other) {
    double shared = shared(clause, other);
    double verb = sameVerb(clause, other) ? VERB : 0;
    return shared == 0 ? 0 : shared + verb;
  }

  /** How much of what a clause tells stands in another, or near it in its sentence. */
  private double shared(Clause clause, Clause other) {
    double shared = 0;
    for (int i : core(clause)) {
      double best = 0;
      for (int at = begin(other); at < end(other) && best < 1; at++) {
        if (senses.akin(i, at)) {
          boolean own = (at >= other.from() && at < other.to()) || other.content().contains(at);
          best = Math.max(best, own ? 1 : NEARBY);
        }
      }
      shared += best;
    }
    return shared;
  }

  private static List<Integer> core(Clause clause) {
    return clause.content().stream().filter(i -> i < clause.core()).toList();
  }

  /** How much it tells by its own words, at least 1. */
  private static long size(Clause clause) {
    return Math.max(1, core(clause).stream().filter(i -> i >= clause.from()).count());
  }

  private int begin(Clause clause) {
    int begin = 0;
    for (int start : evidence.sentenceStarts()) {
      begin = start <= clause.from() ? start : begin;
    }
    return begin;
  }

  private int end(Clause clause) {
    for (int start : evidence.sentenceStarts()) {
      if (start >= clause.to()) {
        return start;
      }
    }
    return evidence.size();
  }

  boolean sameVerb(Clause clause, Clause other) {
    return clause.verb() >= 0 && other.verb() >= 0 && senses.akin(clause.verb(), other.verb());
  }

  boolean sameWord(Clause clause, Clause other) {
    return sentence.word(clause.verb()).stem().equals(evidence.word(other.verb()).stem());
  }

  /**
   * Whether neither verb has its like anywhere in the other text but in this clause: then each
   * stands for the other.
   */
  boolean areLeftOver(Clause clause, Clause other) {
    double much = HALF * shared(clause, other);
    for (Clause next : there) {
      if (!next.equals(other) && shared(clause, next) >= much && hasVerb(clause, next)) {
        return false;
      }
    }
    // Of "asked the government for loans" no verb is to come.
    boolean object = other.trigger() >= 0 && !evidence.at(other.verb() - 1, "to");
    for (int i = 0; i < sentence.size() && !object; i++) {
      boolean own = i >= clause.from() && i < clause.core();
      if (!own && (senses.akin(i, other.verb()) || isAgain(i, other.verb()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether another clause of the evidence has the verb of this one. */
  private boolean hasVerb(Clause clause, Clause other) {
    for (int at = other.from(); at < other.to(); at++) {
      if (senses.alike(clause.verb(), at)
          || (at == other.verb() && senses.akin(clause.verb(), at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what the evidence plans, asks for or has done is something that the clause tells. */
  boolean sharesObject(Clause clause, Clause other) {
    return other.content().stream()
        .filter(at -> at > other.head())
        .anyMatch(at -> core(clause).stream().anyMatch(i -> senses.akin(i, at)));
  }

  /** "Opens again" and "reopens". */
  private boolean isAgain(int index, int indexThere) {
    String here = sentence.word(index).stem();
    String there = evidence.word(indexThere).stem();
    return here.length() > 2 && (there.equals("re" + here) || here.equals("re" + there));
  }

  /** Whether a word of one clause is the opposite of one of the other. */
  boolean areOpposed(Clause clause, Clause other) {
    for (int i = clause.from(); i < clause.to(); i++) {
      for (int at = other.from(); at < other.to(); at++) {
        if (senses.unlike(i, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a clause has a word of the evidence, or one that means the same. */
  boolean tells(Clause clause, int indexThere) {
    for (int i = clause.from(); indexThere >= 0 && i < clause.to(); i++) {
      if (senses.alike(i, indexThere)) {
        return true;
      }
    }
    return false;
  }
}
