package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import io.wireroom.brief.facts.Participant.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Holds whoever a sentence says does or says something to the sentence of the evidence that tells
 * it. A name, or a speaker, whose part of the sentence is told by one sentence of the evidence and
 * who only stands in others has been put in another's place: "Klarvind says the reactor will be at
 * full output in December" where the plant's manager says so, and Klarvind something else.
 */
final class ParticipantFacts {

  /** Words that stand for whoever speaks in the evidence. */
  private static final Set<String> ANYBODY =
      Set.of(
          ("company firm business spokesman spokeswoman spokesperson statement report study"
                  + " researcher researchers scientist scientists author authors old")
              .split(" ", -1));

  /** In a whole article, whoever it is about is meant everywhere, named or not. */
  private static final int MOST_WORDS = 200;

  /** What a sentence of the evidence must have of a part, to be the one that tells it. */
  private static final double LEAST_TOLD = 2.5;

  /** The same where those with the participant have nothing of it. */
  private static final double LEAST_IF_NONE = 1.9;

  /** What those with the participant may have of it, as a share of that. */
  private static final double MOST_OF_OTHERS = 0.34;

  /** The same where they have nothing of the words next to the participant, and others do. */
  private static final double MOST_IF_FAR = 0.5;

  private final TokenizedText sentence;
  private final FactLexicon lexicon;
  private final Scenes scenes;
  private final Coverage coverage;

  private ParticipantFacts(Claim claim) {
    this.sentence = claim.sentence();
    this.lexicon = claim.lexicon();
    TokenizedText whole = claim.nearby().whole();
    Senses senses = new Senses(sentence, whole, lexicon);
    this.scenes = new Scenes(sentence, whole, lexicon, senses);
    this.coverage = new Coverage(sentence, whole, lexicon, senses, scenes.bounds());
  }

  static List<Objection> check(Claim claim) {
    if (claim.nearby().whole().size() > MOST_WORDS) {
      return List.of();
    }
    List<Objection> objections = new ArrayList<>();
    ParticipantFacts facts = new ParticipantFacts(claim);
    TokenizedText sentence = claim.sentence();
    for (Participant participant : Participants.in(sentence, claim.lexicon(), claim.dateWords())) {
      if (facts.isStranger(participant)) {
        objections.add(
            new Objection(
                Kind.ATTRIBUTION,
                participant.text(sentence),
                "in the evidence somebody else says it"));
      } else if (facts.isInPlaceOfAnother(participant)) {
        boolean speaks = participant.speaks();
        objections.add(
            new Objection(
                speaks ? Kind.ATTRIBUTION : Kind.NAME,
                participant.text(sentence),
                speaks
                    ? "in the evidence somebody else says this"
                    : "the evidence tells this of somebody else"));
      }
    }
    return objections;
  }

  /** Whether somebody speaks who is not in the evidence; names are held to it elsewhere. */
  private boolean isStranger(Participant participant) {
    Word head = sentence.word(participant.heads().last());
    return participant.role() == Role.SAYS
        && !Name.isPart(sentence, lexicon, participant.heads().last())
        && !ANYBODY.contains(head.lower())
        && !scenes.maySpeak(participant);
  }

  private boolean isInPlaceOfAnother(Participant participant) {
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
