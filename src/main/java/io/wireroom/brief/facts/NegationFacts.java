package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the words for no in a sentence to its evidence: what the sentence denies must be denied
 * there. The other way round is {@link LostNegations}.
 */
final class NegationFacts extends Check {

  /** How many content words a word such as "rejected" denies. */
  private static final int IMPLIED_REACH = 4;

  private final Denials denials;

  NegationFacts(Claim claim) {
    super(claim);
    this.denials = new Denials(claim);
  }

  @Override
  void check() {
    if (denials.here().isEmpty()) {
      return;
    }
    Set<String> denied = new HashSet<>();
    denials.there().forEach(hit -> denied.addAll(denials.reach(evidence, hit, Denials.REACH)));
    lexicon
        .hits("implied-no", evidence)
        .forEach(hit -> denied.addAll(denials.reach(evidence, hit, IMPLIED_REACH)));
    for (FactLexicon.Hit hit : denials.here()) {
      List<String> heads = denials.reach(sentence, hit, 1);
      String head = heads.isEmpty() ? "" : heads.get(0);
      int implied = denials.deniedAround(head);
      // "Not banned" is no "no" of a ban.
      boolean twice = nearby.isAll() && isDenial(head);
      boolean borne =
          denied.contains(head)
              || isPrefixed(head)
              || (twice ? !denials.there().isEmpty() : denials.here().size() <= implied);
      if (!borne || (places.isPutIn(hit, this::isReached) && !isDeniedThere(hit))) {
        object(
            Kind.NEGATION, sentence.slice(hit.from(), hit.to()), "the evidence does not deny this");
      }
    }
  }

  /** Whether a "no" of the evidence stands before an index: "do not think it is enough". */
  private boolean isReached(int index) {
    return denials.there().stream()
        .anyMatch(
            hit ->
                hit.to() <= index
                    && index - hit.to() <= 3
                    && evidence.word(hit.from()).clause()
                        == evidence.word(Math.min(index, evidence.size() - 1)).clause());
  }

  /** Whether a word says no by itself. */
  private boolean isDenial(String stem) {
    return sentence.words().stream()
        .anyMatch(word -> word.stem().equals(stem) && lexicon.has("implied-no", word));
  }

  /** Whether the evidence says this "no" before the same word. */
  private boolean isDeniedThere(FactLexicon.Hit hit) {
    return denials.there().stream()
        .anyMatch(
            other ->
                other.to() < evidence.size()
                    && hit.to() < sentence.size()
                    && evidence.word(other.to()).stem().equals(sentence.word(hit.to()).stem()));
  }

  /** "Not safe" is "unsafe". */
  private boolean isPrefixed(String head) {
    return !head.isEmpty()
        && evidence.words().stream().anyMatch(word -> Prefixes.isNoOf(word.stem(), head));
  }
}
