package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;

/**
 * Holds the verbs of saying that judge what is said (admitted, denied, claimed) to the evidence:
 * they must be its own, for whoever "said" something has not admitted it.
 */
final class LoadedVerbs extends Check {

  private final SpeechVerbs speech;

  LoadedVerbs(Claim claim) {
    super(claim);
    this.speech = new SpeechVerbs(sentence);
  }

  @Override
  void check() {
    List<FactLexicon.Hit> there = lexicon.hits("say-loaded", evidence);
    for (FactLexicon.Hit verb : lexicon.hits("say-loaded", sentence)) {
      if (there.stream().noneMatch(verb::in)
          && !speech.isNoun(verb)
          && !speech.isPromiseOfFuture(verb, evidence)
          && !isMild(verb)
          && !isToldElsewhere(verb)) {
        object(
            Kind.ATTRIBUTION,
            sentence.slice(verb.from(), verb.to()),
            "the evidence does not put it so");
      }
    }
  }

  /** "Maintains that" judges no more than "said". */
  private boolean isMild(FactLexicon.Hit verb) {
    FactLexicon.Hit borne = lexicon.at("say-borne", sentence, verb.from());
    return (lexicon.knows("say-mild", sentence, verb.from())
            && !SpeechVerbs.in(evidence, lexicon).isEmpty())
        || lexicon.hits("say-borne", evidence).stream().anyMatch(borne::in);
  }

  /** Whether another part of a long evidence puts it so, and this part does not speak at all. */
  private boolean isToldElsewhere(FactLexicon.Hit verb) {
    return !nearby.isAll()
        && SpeechVerbs.in(evidence, lexicon).isEmpty()
        && lexicon.hits("say-loaded", nearby.whole()).stream().anyMatch(verb::in);
  }
}
