package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds whoever a sentence says does or says something to the sentence of the evidence that tells
 * it. A name, or a speaker, whose part of the sentence is told by one sentence of the evidence and
 * who only stands in others has been put in another's place: "Klarvind says the reactor will be at
 * full output in December" where the plant's manager says so, and Klarvind something else.
 */
final class ParticipantFacts {

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

  private ParticipantFacts(TokenizedText sentence, Nearby nearby, FactLexicon lexicon) {
    this.sentence = sentence;
    this.lexicon = lexicon;
    this.scenes = new Scenes(sentence, nearby.whole(), lexicon);
  }

  /**
   * @param dates indexes of the words of the sentence that are part of a date
   */
  static List<Objection> check(
      TokenizedText sentence, Nearby nearby, FactLexicon lexicon, Set<Integer> dates) {
    List<Objection> objections = new ArrayList<>();
    if (nearby.whole().size() > MOST_WORDS) {
      return objections;
    }
    ParticipantFacts facts = new ParticipantFacts(sentence, nearby, lexicon);
    for (Participant participant : Participant.in(sentence, lexicon, dates)) {
      facts.hold(participant, objections);
    }
    return objections;
  }

  private void hold(Participant participant, List<Objection> objections) {
    Set<Integer> own = scenes.with(participant);
    if (own.isEmpty()) {
      return;
    }
    double mine = 0;
    double others = 0;
    double near = 0;
    double nearOthers = 0;
    for (int scene = 0; scene < scenes.size(); scene++) {
      double shared = scenes.shared(scene, participant.told(sentence.size()));
      double close = scenes.shared(scene, participant.toldNear(sentence));
      if (own.contains(scene)) {
        mine = Math.max(mine, shared);
        near = Math.max(near, close);
      } else {
        others = Math.max(others, shared);
        nearOthers = Math.max(nearOthers, close);
      }
    }
    if (near > 0 && near >= nearOthers) {
      return;
    }
    if (others >= (mine == 0 ? LEAST_IF_NONE : LEAST_TOLD)
        && mine
            <= (near == 0 && nearOthers >= LEAST_IF_NONE ? MOST_IF_FAR : MOST_OF_OTHERS) * others) {
      objections.add(
          new Objection(
              participant.speaks() ? Kind.ATTRIBUTION : Kind.NAME,
              participant.text(sentence),
              participant.speaks()
                  ? "in the evidence somebody else says this"
                  : "the evidence tells this of somebody else"));
    }
  }
}
