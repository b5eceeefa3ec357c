package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.Set;

/**
 * Holds she and he in a sentence to its evidence: a pronoun stands for a name, and one of the other
 * sex for another name.
 */
final class PronounFacts extends Check {

  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");

  private final TokenizedText whole;

  PronounFacts(Claim claim) {
    super(claim);
    this.whole = claim.nearby().whole();
  }

  @Override
  void check() {
    gender(SHE, HE);
    gender(HE, SHE);
  }

  /** Whether the evidence or the sentence has a woman in it, or a man. */
  private boolean has(boolean woman) {
    return lexicon.hits("sex", whole).stream().anyMatch(hit -> hit.groups().contains(woman ? 0 : 1))
        && lexicon.hits("sex", sentence).stream()
            .anyMatch(hit -> hit.groups().contains(woman ? 0 : 1));
  }

  private void gender(Set<String> mine, Set<String> others) {
    boolean there = mine.stream().anyMatch(whole::has) || has(mine.contains("she"));
    boolean otherThere = others.stream().anyMatch(evidence::has);
    if (!there && otherThere) {
      sentence.words().stream()
          .filter(word -> mine.contains(word.lower()))
          .findFirst()
          .ifPresent(
              word -> object(Kind.NAME, word.text(), "the evidence speaks of the other sex"));
    }
  }
}
