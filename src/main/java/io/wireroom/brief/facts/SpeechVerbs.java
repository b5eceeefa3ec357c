package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which verbs of a sentence report what somebody says, and which only look like it ("a
 * report", "recalled 300 cars"): these have no speaker to be held to the evidence.
 */
final class SpeechVerbs {

  private final TokenizedText sentence;

  SpeechVerbs(TokenizedText sentence) {
    this.sentence = sentence;
  }

  /** "The demands of the job" are nobody's words. */
  boolean isNoun(FactLexicon.Hit verb) {
    return sentence.at(verb.to(), "of")
        || sentence.at(verb.from(), "promising")
        || (sentence.word(verb.from()).lower().startsWith("maintain") && !opensClause(verb.to()))
        || (sentence.at(verb.from(), "recalled") && !opensSpeech(verb.to()))
        || (!isReport(verb)
            && sentence.word(verb.from()).lower().matches("claims?|demands?|promises?"))
        || sentence.word(verb.from()).lower().matches("dismissed|rejected");
  }

  /**
   * Whether a verb is a promise of what a passage tells as what will be: there somebody may promise
   * it by "will" alone, and speak by no verb.
   */
  boolean isPromiseOfFuture(FactLexicon.Hit verb, TokenizedText passage) {
    return sentence.word(verb.from()).lower().startsWith("promis")
        && (passage.has("would") || passage.has("will"));
  }

  /** "Maintains that he did not", not "maintains its lead". */
  private boolean opensClause(int index) {
    return index < sentence.size()
        && (sentence.at(index, "that") || Speakers.PRONOUNS.contains(sentence.word(index).lower()));
  }

  /** "Recalled that", "recalled, …": not "recalled 300 cars". */
  private boolean opensSpeech(int index) {
    return index >= sentence.size()
        || sentence.at(index, "that")
        || sentence.at(index, "how")
        || !(sentence.word(index).isWord() || sentence.word(index).isNumber());
  }

  /** Nouns such as "a report" or "a warning" are not somebody speaking. */
  boolean isReport(FactLexicon.Hit verb) {
    @Nullable String before = verb.from() > 0 ? sentence.word(verb.from() - 1).lower() : null;
    return before == null
        || !Character.isDigit(before.charAt(0))
            && !Set.of(
                    "a", "an", "the", "this", "its", "their", "new", "of", "annual", "to", "not",
                    "was", "were", "be", "been", "is", "are", "being", "for", "in", "no", "over",
                    "by", "with", "on", "about", "against", "despite", "after", "from")
                .contains(before);
  }

  /** The verbs of a passage by which somebody may say something. */
  static List<FactLexicon.Hit> in(TokenizedText passage, FactLexicon lexicon) {
    List<FactLexicon.Hit> verbs = new ArrayList<>(lexicon.hits("say-neutral", passage));
    verbs.addAll(lexicon.hits("say-loaded", passage));
    lexicon.hits("say-called", passage).stream()
        .filter(hit -> !lexicon.knows("particles", passage, hit.to()))
        .forEach(verbs::add);
    for (FactLexicon.Hit found : lexicon.hits("say-found", passage)) {
      boolean last =
          found.to() == passage.size() || Speakers.STOPS.contains(passage.word(found.to()).text());
      if (last || passage.at(found.to(), "that") || passage.at(found.to(), ",")) {
        verbs.add(found);
      }
    }
    return verbs;
  }
}
