package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds words for no in the evidence that a sentence leaves out: what is denied there must not be
 * asserted here. The other way round is {@link NegationFacts}.
 */
final class LostNegations extends Check {

  private final Denials denials;

  LostNegations(Claim claim) {
    super(claim);
    this.denials = new Denials(claim);
  }

  @Override
  void check() {
    lost();
    if (!hasObjected()) {
      turned();
    }
  }

  private void lost() {
    Set<String> deniedHere = new HashSet<>();
    for (FactLexicon.Hit hit : denials.here()) {
      deniedHere.addAll(denials.reach(sentence, hit, Denials.REACH));
      // "Arrested nobody"
      for (int i = Math.max(0, hit.from() - 2); i < hit.from(); i++) {
        deniedHere.add(sentence.word(i).stem());
      }
    }
    for (FactLexicon.Hit hit : denials.there()) {
      int head = denials.head(evidence, hit);
      boolean deniedToo = head >= 0 && deniedHere.contains(evidence.word(head).stem());
      if (places.isLeftOut(hit) && !deniedToo) {
        object(Kind.NEGATION, evidence.slice(hit.from(), hit.to()), "the sentence leaves this out");
        continue;
      }
      if (head < 0 || evidence.word(head).capital()) {
        continue;
      }
      String stem = evidence.word(head).stem();
      boolean asserted =
          sentence.contentStems().contains(stem)
              && !deniedHere.contains(stem)
              && !impliedBefore(stem)
              && ((nearby.isAll() && !Parts.differ(sentence, stem, evidence, head))
                  || isSamePlace(stem, head));
      if (asserted && !assertedInEvidence(stem)) {
        object(
            Kind.NEGATION,
            stem,
            "the evidence denies this: " + evidence.slice(hit.from(), hit.to()));
      }
    }
  }

  /**
   * Short evidence says "will not extend the subsidy", and the sentence, with no word for no at
   * all, speaks of the subsidy otherwise.
   */
  private void turned() {
    if (!nearby.isAll()
        || !denials.here().isEmpty()
        || !lexicon.hits("implied-no", sentence).isEmpty()
        || !lexicon.hits("as-before", sentence).isEmpty()) {
      return;
    }
    for (FactLexicon.Hit hit : denials.there()) {
      if (!nearby.speaksOf(hit.from())) {
        continue;
      }
      List<String> stems = denials.reach(evidence, hit, 3);
      boolean verbKept = !stems.isEmpty() && sentence.contentStems().contains(stems.get(0));
      boolean spoken =
          !verbKept
              && stems.stream()
                  .skip(1)
                  .anyMatch(
                      stem -> sentence.contentStems().contains(stem) && !assertedInEvidence(stem));
      if (spoken) {
        object(Kind.NEGATION, evidence.slice(hit.from(), hit.to()), "the sentence leaves this out");
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
        .anyMatch(hit -> denials.reach(sentence, hit, 2).contains(stem));
  }

  private boolean assertedInEvidence(String stem) {
    Set<Integer> denied = new HashSet<>();
    for (FactLexicon.Hit hit : denials.there()) {
      for (int i = hit.to(); i < Math.min(evidence.size(), hit.to() + Denials.REACH); i++) {
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
}
