package io.wireroom.brief.facts;

import java.util.List;

/**
 * Measures how much a clause of a sentence and one of its evidence tell of the same, word by word:
 * by that the counterpart of a clause is chosen.
 */
final class ClauseOverlap {

  /** What a common verb counts, in words. */
  private static final double VERB = 1.5;

  /** What a word counts that stands in the same sentence, but in another clause. */
  private static final double NEARBY = 0.5;

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final Senses senses;
  private final byte[][] alike;

  ClauseOverlap(TokenizedText sentence, TokenizedText evidence, Senses senses) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.senses = senses;
    this.alike = new byte[sentence.size()][evidence.size()];
  }

  /** How alike two clauses are, in words. */
  double score(Clause clause, Clause other) {
    double shared = shared(clause, other);
    double verb = sameVerb(clause, other) ? VERB : 0;
    return shared == 0 ? 0 : shared + verb;
  }

  /** How much of what a clause tells stands in another, or near it in its sentence. */
  double shared(Clause clause, Clause other) {
    double shared = 0;
    Sentences sentences = evidence.sentences();
    int around = sentences.at(other.from());
    for (int i : core(clause)) {
      double best = 0;
      for (int at = sentences.from(around); at < sentences.to(around) && best < 1; at++) {
        if (alike(i, at)) {
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
  static long size(Clause clause) {
    return Math.max(1, core(clause).stream().filter(i -> i >= clause.from()).count());
  }

  /** Whether the verbs of both can mean the same. */
  boolean sameVerb(Clause clause, Clause other) {
    return clause.verb() >= 0 && other.verb() >= 0 && alike(clause.verb(), other.verb());
  }

  /** Whether both have the very same verb, in any form. */
  boolean sameWord(Clause clause, Clause other) {
    return sentence.word(clause.verb()).stem().equals(evidence.word(other.verb()).stem());
  }

  /** Whether more than the subjects is shared: something behind the verb, on one side at least. */
  boolean sharesPredicate(Clause clause, Clause other) {
    for (int i : clause.content()) {
      for (int at : other.content()) {
        if ((i > clause.verb() || at > other.verb()) && alike(i, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what the evidence plans, asks for or has done is something that the clause tells. */
  boolean sharesObject(Clause clause, Clause other) {
    return other.content().stream()
        .filter(at -> at > other.head())
        .anyMatch(at -> core(clause).stream().anyMatch(i -> alike(i, at)));
  }

  /** Whether another clause of the evidence has the verb of this one. */
  boolean hasVerb(Clause clause, Clause other) {
    for (int at = other.from(); at < other.to(); at++) {
      if (alike(clause.verb(), at)) {
        return true;
      }
    }
    return false;
  }

  /** "Opens again" and "reopens". */
  boolean isAgain(int index, int indexThere) {
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
      if (alike(i, indexThere)) {
        return true;
      }
    }
    return false;
  }

  /** Each pair of words is compared once. */
  private boolean alike(int index, int indexThere) {
    byte[] known = alike[index];
    if (known[indexThere] == 0) {
      known[indexThere] = (byte) (senses.alike(index, indexThere) ? 1 : -1);
    }
    return known[indexThere] > 0;
  }
}
