package io.wireroom.brief.facts;

import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Tells of whom the evidence tells a part of a sentence: of the participant who has it there, or of
 * another. The scenes with the participant are weighed against those without.
 */
final class Telling {

  /** What a sentence of the evidence must have of a part, to be the one that tells it. */
  private static final double LEAST_TOLD = 2.5;

  /** The same where those with the participant have nothing of it. */
  private static final double LEAST_IF_NONE = 1.9;

  /** What those with the participant may have of it, as a share of that. */
  private static final double MOST_OF_OTHERS = 0.34;

  /** The same where they have nothing of the words next to the participant, and others do. */
  private static final double MOST_IF_FAR = 0.5;

  private final TokenizedText sentence;
  private final Scenes scenes;
  private final Coverage coverage;

  Telling(Claim claim, Scenes scenes) {
    this.sentence = claim.sentence();
    this.scenes = scenes;
    this.coverage = new Coverage(claim, scenes);
  }

  /** Whether only scenes without a participant tell its part. */
  boolean isOfAnother(Participant participant) {
    Set<Integer> own = scenes.with(participant);
    if (own.isEmpty() || (!participant.speaks() && isBesideItsOwn(participant, own))) {
      return false;
    }
    Set<Integer> told = participant.told(sentence);
    Set<Integer> near = participant.near(sentence);
    double mine = most(own, true, scene -> coverage.shared(scene, told));
    double others = most(own, false, scene -> coverage.shared(scene, told));
    double mineNear = most(own, true, scene -> coverage.shared(scene, near));
    double othersNear = most(own, false, scene -> coverage.shared(scene, near));
    if (mineNear > 0 && mineNear >= othersNear) {
      return false;
    }
    boolean far = mineNear == 0 && othersNear >= LEAST_IF_NONE;
    return others >= (mine == 0 ? LEAST_IF_NONE : LEAST_TOLD)
        && mine <= (far ? MOST_IF_FAR : MOST_OF_OTHERS) * others;
  }

  private double most(Set<Integer> own, boolean inOwn, ToDoubleFunction<Integer> shared) {
    double most = 0;
    for (int scene = 0; scene < scenes.bounds().count(); scene++) {
      if (own.contains(scene) == inOwn) {
        most = Math.max(most, shared.applyAsDouble(scene));
      }
    }
    return most;
  }

  /** Whether a word right beside it is told only where it is. */
  private boolean isBesideItsOwn(Participant participant, Set<Integer> own) {
    return participant.beside(sentence).stream()
        .anyMatch(i -> own.stream().anyMatch(scene -> coverage.isOnlyIn(scene, i)));
  }
}
