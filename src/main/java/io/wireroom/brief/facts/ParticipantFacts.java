package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import io.wireroom.brief.facts.Participant.Role;
import java.util.Set;

/**
 * Holds whoever a sentence says does or says something to the sentence of the evidence that tells
 * it. A name, or a speaker, whose part of the sentence is told by one sentence of the evidence and
 * who only stands in others has been put in another's place: "Klarvind says the reactor will be at
 * full output in December" where the plant's manager says so, and Klarvind something else.
 */
final class ParticipantFacts extends Check {

  /** Words that stand for whoever speaks in the evidence. */
  private static final Set<String> ANYBODY =
      Set.of(
          ("company firm business spokesman spokeswoman spokesperson statement report study"
                  + " researcher researchers scientist scientists author authors old")
              .split(" ", -1));

  /** In a whole article, whoever it is about is meant everywhere, named or not. */
  private static final int MOST_WORDS = 200;

  ParticipantFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    if (nearby.whole().size() > MOST_WORDS) {
      return;
    }
    Scenes scenes = new Scenes(claim);
    Telling telling = new Telling(claim, scenes);
    for (Participant participant : Participants.in(sentence, lexicon, claim.dateWords())) {
      String who = participant.text(sentence);
      if (isNamedByNoun(participant) && !scenes.maySpeak(participant)) {
        object(Kind.ATTRIBUTION, who, "in the evidence somebody else says it");
      } else if (telling.isOfAnother(participant)) {
        if (participant.speaks()) {
          object(Kind.ATTRIBUTION, who, "in the evidence somebody else says this");
        } else {
          object(Kind.NAME, who, "the evidence tells this of somebody else");
        }
      }
    }
  }

  /** Whether a noun says who speaks, such as "residents"; names are held elsewhere. */
  private boolean isNamedByNoun(Participant participant) {
    Word head = sentence.word(participant.heads().last());
    return participant.role() == Role.SAYS
        && !Name.isPart(sentence, lexicon, participant.heads().last())
        && !ANYBODY.contains(head.lower());
  }
}
