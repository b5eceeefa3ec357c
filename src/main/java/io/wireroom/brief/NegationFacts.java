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

  /** Negators that are verbs themselves: what they deny comes after "to" or as their object. */
  private static final Set<String> IDIOMS =
      Set.of("only", "just", "least", "more", "less", "fewer");

  private final Passage sentence;
  private final Passage evidence;
  private final Lexicon lexicon;

  private NegationFacts(Passage sentence, Passage evidence, Lexicon lexicon) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
  }

  static List<Objection> check(Passage sentence, Passage evidence, Lexicon lexicon) {
    NegationFacts facts = new NegationFacts(sentence, evidence, lexicon);
    List<Objection> objections = new ArrayList<>();
    List<Lexicon.Hit> here = facts.negators(sentence);
    List<Lexicon.Hit> there = facts.negators(evidence);
    facts.added(here, there, objections);
    facts.lost(here, there, objections);
    return objections;
  }

  private List<Lexicon.Hit> negators(Passage passage) {
    return lexicon.hits("negators", passage).stream()
        .filter(
            hit -> hit.to() >= passage.size() || !IDIOMS.contains(passage.word(hit.to()).lower()))
        .toList();
  }

  private void added(List<Lexicon.Hit> here, List<Lexicon.Hit> there, List<Objection> objections) {
    Set<String> denied = new HashSet<>();
    there.forEach(hit -> denied.addAll(reach(evidence, hit, REACH)));
    boolean impliedNo = !lexicon.hits("implied-no", evidence).isEmpty();
    for (Lexicon.Hit hit : here) {
      List<String> heads = reach(sentence, hit, 1);
      String head = heads.isEmpty() ? "" : heads.get(0);
      boolean known = evidence.contentStems().contains(head);
      boolean borne = known ? denied.contains(head) : !there.isEmpty() || impliedNo;
      if (!borne && !(impliedNo && there.isEmpty() && !known)) {
        objections.add(
            new Objection(
                Kind.NEGATION,
                sentence.slice(hit.from(), hit.to()),
                "the evidence does not deny this"));
      }
    }
  }

  private void lost(List<Lexicon.Hit> here, List<Lexicon.Hit> there, List<Objection> objections) {
    Set<String> deniedHere = new HashSet<>();
    here.forEach(hit -> deniedHere.addAll(reach(sentence, hit, REACH)));
    for (Lexicon.Hit hit : there) {
      for (String head : reach(evidence, hit, 1)) {
        boolean asserted =
            sentence.contentStems().contains(head)
                && !deniedHere.contains(head)
                && !impliedBefore(head);
        if (asserted && !assertedInEvidence(head, there)) {
          objections.add(
              new Objection(
                  Kind.NEGATION,
                  head,
                  "the evidence denies this: " + evidence.slice(hit.from(), hit.to())));
        }
      }
    }
  }

  /** Whether a word such as "unlikely" stands shortly before a word of the sentence. */
  private boolean impliedBefore(String stem) {
    return lexicon.hits("implied-no", sentence).stream()
        .anyMatch(hit -> reach(sentence, hit, 2).contains(stem));
  }

  private boolean assertedInEvidence(String stem, List<Lexicon.Hit> negators) {
    Set<Integer> denied = new HashSet<>();
    for (Lexicon.Hit hit : negators) {
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
    List<String> stems = new ArrayList<>();
    int clause = passage.word(hit.to() - 1).clause();
    int limit = Math.min(passage.size(), hit.to() + REACH + 2);
    for (int i = hit.to(); i < limit && stems.size() < count; i++) {
      Word word = passage.word(i);
      if (word.clause() != clause) {
        break;
      }
      if (Passage.isContent(word) && !word.lower().endsWith("ly")) {
        stems.add(word.stem());
      }
    }
    return stems;
  }
}
