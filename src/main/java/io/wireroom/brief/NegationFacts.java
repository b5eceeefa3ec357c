package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds yes and no in a sentence to its evidence: what the sentence denies must be denied there,
 * and what is denied there must not be asserted here.
 */
final class NegationFacts {

  /** How many words a "no" reaches, at most. */
  private static final int REACH = 7;

  /** How many content words a word such as "rejected" denies. */
  private static final int IMPLIED_REACH = 4;

  /** How near to a "no" a word may be what it denies. */
  private static final int NEAR = 5;

  /** A sentence of the evidence with less than this share of the best one's words is another's. */
  private static final double ALIKE = 0.5;

  /** Negators that are verbs themselves: what they deny comes after "to" or as their object. */
  private static final Set<String> IDIOMS =
      Set.of("only", "just", "least", "more", "less", "fewer", "guilty");

  private static final Set<String> PREFIXES = Set.of("un", "in", "im", "ir", "il", "dis", "non");

  private final Passage sentence;
  private final Passage evidence;
  private final Lexicon lexicon;
  private final Substitution places;

  /** Whether the evidence is short: then a word that it denies and one denied here are the same. */
  private final boolean strict;

  private final List<Lexicon.Hit> here;
  private final List<Lexicon.Hit> there;

  private NegationFacts(Passage sentence, Nearby nearby, Lexicon lexicon) {
    this.sentence = sentence;
    this.evidence = nearby.close();
    this.strict = nearby.isAll();
    this.lexicon = lexicon;
    this.places = new Substitution(sentence, nearby, lexicon);
    this.here = negators(sentence);
    this.there = negators(evidence);
  }

  static List<Objection> check(Passage sentence, Nearby nearby, Lexicon lexicon) {
    NegationFacts facts = new NegationFacts(sentence, nearby, lexicon);
    List<Objection> objections = new ArrayList<>();
    facts.added(objections);
    facts.lost(objections);
    facts.turned(objections);
    return objections;
  }

  private List<Lexicon.Hit> negators(Passage passage) {
    return lexicon.hits("negators", passage).stream()
        .filter(
            hit -> hit.to() >= passage.size() || !IDIOMS.contains(passage.word(hit.to()).lower()))
        .toList();
  }

  private void added(List<Objection> objections) {
    if (here.isEmpty()) {
      return;
    }
    Set<String> denied = new HashSet<>();
    there.forEach(hit -> denied.addAll(reach(evidence, hit, REACH)));
    lexicon
        .hits("implied-no", evidence)
        .forEach(hit -> denied.addAll(reach(evidence, hit, IMPLIED_REACH)));
    for (Lexicon.Hit hit : here) {
      List<String> heads = reach(sentence, hit, 1);
      String head = heads.isEmpty() ? "" : heads.get(0);
      int implied = deniedAround(head);
      // "Not banned" is no "no" of a ban.
      boolean twice = strict && isDenial(head);
      boolean borne =
          denied.contains(head)
              || isPrefixed(head)
              || (twice ? !there.isEmpty() : here.size() <= implied);
      if (!borne || (places.isPutIn(hit) && !isDeniedThere(hit))) {
        objections.add(
            new Objection(
                Kind.NEGATION,
                sentence.slice(hit.from(), hit.to()),
                "the evidence does not deny this"));
      }
    }
  }

  /** Whether a word says no by itself. */
  private boolean isDenial(String stem) {
    return sentence.words().stream()
        .anyMatch(word -> word.stem().equals(stem) && lexicon.has("implied-no", word));
  }

  /** Whether the evidence says this "no" before the same word. */
  private boolean isDeniedThere(Lexicon.Hit hit) {
    return there.stream()
        .anyMatch(
            other ->
                other.to() < evidence.size()
                    && hit.to() < sentence.size()
                    && evidence.word(other.to()).stem().equals(sentence.word(hit.to()).stem()));
  }

  /**
   * How often the sentences of the evidence that are most like this one say no, in any way.
   *
   * @param head what the sentence denies: where the evidence has it, only sentences with it count
   */
  private int deniedAround(String head) {
    boolean known = evidence.contentStems().contains(head);
    if (known && strict) {
      return deniedNear(head);
    }
    List<Integer> starts = evidence.sentenceStarts();
    boolean[] speaks = new boolean[starts.size()];
    double[] shared = new double[starts.size()];
    double best = 0;
    for (int i = 0; i < shared.length; i++) {
      Set<String> stems = new HashSet<>();
      for (int word = starts.get(i); word < end(starts, i); word++) {
        stems.add(evidence.word(word).stem());
      }
      speaks[i] = !known || stems.contains(head);
      stems.retainAll(sentence.contentStems());
      shared[i] = stems.size();
      best = Math.max(best, shared[i]);
    }
    List<Lexicon.Hit> noes = new ArrayList<>(there);
    noes.addAll(lexicon.hits("implied-no", evidence));
    int count = 0;
    for (int i = 0; i < shared.length; i++) {
      int from = starts.get(i);
      int to = end(starts, i);
      if (known ? speaks[i] && shared[i] >= ALIKE * best : shared[i] > 0) {
        count += (int) noes.stream().filter(hit -> hit.from() >= from && hit.from() < to).count();
      }
    }
    return count;
  }

  /** How often short evidence says no within a few words of a word, on either side. */
  private int deniedNear(String head) {
    List<Lexicon.Hit> noes = new ArrayList<>(there);
    noes.addAll(lexicon.hits("implied-no", evidence));
    return (int)
        noes.stream()
            .filter(
                hit -> {
                  int from = Math.max(0, hit.from() - NEAR);
                  int to = Math.min(evidence.size(), hit.to() + NEAR);
                  return evidence.words().subList(from, to).stream()
                      .anyMatch(word -> word.stem().equals(head));
                })
            .count();
  }

  private int end(List<Integer> starts, int i) {
    return i + 1 < starts.size() ? starts.get(i + 1) : evidence.size();
  }

  /** "Not safe" is "unsafe". */
  private boolean isPrefixed(String head) {
    return !head.isEmpty()
        && evidence.words().stream()
            .anyMatch(
                word ->
                    word.stem().length() > head.length()
                        && word.stem().endsWith(head)
                        && PREFIXES.contains(
                            word.stem().substring(0, word.stem().length() - head.length())));
  }

  private void lost(List<Objection> objections) {
    Set<String> deniedHere = new HashSet<>();
    for (Lexicon.Hit hit : here) {
      deniedHere.addAll(reach(sentence, hit, REACH));
      // "Arrested nobody"
      for (int i = Math.max(0, hit.from() - 2); i < hit.from(); i++) {
        deniedHere.add(sentence.word(i).stem());
      }
    }
    for (Lexicon.Hit hit : there) {
      if (places.isLeftOut(hit)) {
        objections.add(
            new Objection(
                Kind.NEGATION,
                evidence.slice(hit.from(), hit.to()),
                "the sentence leaves this out"));
        continue;
      }
      int head = head(evidence, hit);
      if (head < 0 || evidence.word(head).capital()) {
        continue;
      }
      String stem = evidence.word(head).stem();
      boolean asserted =
          sentence.contentStems().contains(stem)
              && !deniedHere.contains(stem)
              && !impliedBefore(stem)
              && (strict || isSamePlace(stem, head));
      if (asserted && !assertedInEvidence(stem)) {
        objections.add(
            new Objection(
                Kind.NEGATION,
                stem,
                "the evidence denies this: " + evidence.slice(hit.from(), hit.to())));
      }
    }
  }

  /**
   * Short evidence says "will not extend the subsidy", and the sentence, with no word for no at
   * all, speaks of the subsidy otherwise.
   */
  private void turned(List<Objection> objections) {
    if (!strict
        || !here.isEmpty()
        || !lexicon.hits("implied-no", sentence).isEmpty()
        || !lexicon.hits("as-before", sentence).isEmpty()
        || !objections.isEmpty()) {
      return;
    }
    for (Lexicon.Hit hit : there) {
      List<String> stems = reach(evidence, hit, 3);
      boolean verbKept = !stems.isEmpty() && sentence.contentStems().contains(stems.get(0));
      boolean spoken =
          !verbKept
              && stems.stream()
                  .skip(1)
                  .anyMatch(
                      stem -> sentence.contentStems().contains(stem) && !assertedInEvidence(stem));
      if (spoken) {
        objections.add(
            new Objection(
                Kind.NEGATION,
                evidence.slice(hit.from(), hit.to()),
                "the sentence leaves this out"));
      }
    }
  }

  /** Whether the sentence has the word among the same words, and so means the same by it. */
  private boolean isSamePlace(String stem, int head) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.word(i).stem().equals(stem)
          && places.fit(i, i + 1, head, head + 1) >= places.samePlace() / 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word such as "unlikely" stands shortly before a word of the sentence. */
  private boolean impliedBefore(String stem) {
    return lexicon.hits("implied-no", sentence).stream()
        .anyMatch(hit -> reach(sentence, hit, 2).contains(stem));
  }

  private boolean assertedInEvidence(String stem) {
    Set<Integer> denied = new HashSet<>();
    for (Lexicon.Hit hit : there) {
      for (int i = hit.to(); i < Math.min(evidence.size(), hit.to() + REACH); i++) {
        denied.add(i);
      }
    }
    for (int i = 0; i < evidence.size(); i++) {
      if (!denied.contains(i) && evidence.word(i).stem().equals(stem)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Stems of the first content words that a negator reaches, within its clause; adverbs left out.
   */
  private List<String> reach(Passage passage, Lexicon.Hit hit, int count) {
    return heads(passage, hit, count).stream().map(i -> passage.word(i).stem()).toList();
  }

  private int head(Passage passage, Lexicon.Hit hit) {
    List<Integer> heads = heads(passage, hit, 1);
    return heads.isEmpty() ? -1 : heads.get(0);
  }

  private static List<Integer> heads(Passage passage, Lexicon.Hit hit, int count) {
    List<Integer> heads = new ArrayList<>();
    int clause = passage.word(hit.to() - 1).clause();
    int limit = Math.min(passage.size(), hit.to() + REACH + 2);
    for (int i = hit.to(); i < limit && heads.size() < count; i++) {
      Word word = passage.word(i);
      if (word.clause() != clause) {
        break;
      }
      if (Passage.isContent(word) && !word.lower().endsWith("ly")) {
        heads.add(i);
      }
    }
    return heads;
  }
}
