package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import java.util.Set;

/**
 * Holds rates (a day, per tonne, annually) to those of the evidence, since the number may be right
 * where a day has become a week.
 */
final class RateFacts extends Check {

  private static final int RATE_REACH = 3;

  /** After these, "a year" is a stretch of time and no rate. */
  private static final Set<String> SPAN =
      Set.of("ago", "later", "longer", "earlier", "before", "after", "old");

  RateFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    List<FactLexicon.Hit> there = lexicon.hits("rates", evidence);
    for (FactLexicon.Hit rate : lexicon.hits("rates", sentence)) {
      boolean ofNumber =
          claim.quantities().stream()
              .filter(q -> q.sort() == Quantity.Sort.COUNT)
              .anyMatch(
                  q -> rate.from() - q.to() <= RATE_REACH && q.from() - rate.to() <= RATE_REACH);
      boolean span = rate.to() < sentence.size() && SPAN.contains(sentence.word(rate.to()).lower());
      if (ofNumber && !span && there.stream().noneMatch(rate::in)) {
        object(Kind.UNIT, sentence.slice(rate.from(), rate.to()), "the evidence has no such rate");
      }
    }
  }
}
