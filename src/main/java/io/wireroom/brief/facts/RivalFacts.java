package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import java.util.Set;

/**
 * Finds words that stand where the evidence has another of which only one can be true: charged for
 * arrested, all for most, after for before.
 */
final class RivalFacts extends Check {

  private static final double SURE = 2;

  private static final Set<String> TIMES = Set.of("before", "after", "during");

  /** How many words after "before" tell before what. */
  private static final int FOLLOWING = 5;

  private final Polarity polarity;
  private final Polarity polarityThere;

  RivalFacts(Claim claim) {
    super(claim);
    this.polarity = claim.polarity();
    this.polarityThere = claim.polarityThere();
  }

  /** A word that stands where the evidence has another of which only one can be true. */
  @Override
  void check() {
    List<FactLexicon.Hit> there = lexicon.hits("rivals", evidence);
    for (FactLexicon.Hit hit : lexicon.hits("rivals", sentence)) {
      boolean absent = there.stream().noneMatch(hit::in);
      boolean replaced =
          there.stream()
              .filter(other -> lexicon.exclude("rivals", hit, other))
              .filter(other -> polarity.denied(hit.from()) == polarityThere.denied(other.from()))
              .anyMatch(
                  other ->
                      (absent
                              && isLost(other)
                              && isSure(hit, other)
                              && places.samePlace(hit, other))
                          || (isSameFrame(hit, other)
                              && !hasInFrame(hit, there)
                              && isOfTheSame(hit, other)));
      if (replaced) {
        object(
            Kind.STATUS,
            sentence.slice(hit.from(), hit.to()),
            "the evidence has another word in its place");
      }
    }
  }

  /** Small words (before, most) stand by everything: their places must be the same for sure. */
  private boolean isSure(FactLexicon.Hit hit, FactLexicon.Hit other) {
    if (!isOfTheSame(hit, other)) {
      return false;
    }
    boolean small =
        lexicon.knows("small", sentence, hit.from())
            && lexicon.knows("small", evidence, other.from());
    return !small || (nearby.isAll() && places.fit(hit, other) >= SURE);
  }

  private boolean isOfTheSame(FactLexicon.Hit hit, FactLexicon.Hit other) {
    return !TIMES.contains(sentence.word(hit.from()).lower()) || isFollowedAlike(hit, other);
  }

  /** "After 11 hours" and "11 hours before": only before and after the same exclude each other. */
  private boolean isFollowedAlike(FactLexicon.Hit hit, FactLexicon.Hit other) {
    for (int i = hit.to(); i < Math.min(sentence.size(), hit.to() + FOLLOWING); i++) {
      boolean tells = TokenizedText.tells(sentence.word(i));
      for (int at = other.to(); at < Math.min(evidence.size(), other.to() + FOLLOWING); at++) {
        if (tells && sentence.word(i).stem().equals(evidence.word(at).stem())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSameFrame(FactLexicon.Hit here, FactLexicon.Hit other) {
    return places.isSameFrame(here.from(), here.to(), other.from(), other.to());
  }

  private boolean hasInFrame(FactLexicon.Hit hit, List<FactLexicon.Hit> there) {
    return there.stream().anyMatch(other -> hit.in(other) && isSameFrame(hit, other));
  }

  /** Whether the sentence does without a word of the evidence. */
  private boolean isLost(FactLexicon.Hit there) {
    return lexicon.hits("rivals", sentence).stream().noneMatch(there::in);
  }
}
