package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Reading;
import io.wireroom.brief.facts.Quantity.Sort;
import java.util.List;
import java.util.Set;

/**
 * Gives the first number of a range what only the second has: "12 to 15 percent" and "$10-12
 * million" are no bare 12 and no ten dollars.
 */
final class RangeReader {

  private static final Set<String> RANGE = Set.of("to", "-", "\u2013", "and", "or");

  private final TokenizedText passage;
  private final FactLexicon lexicon;

  RangeReader(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.lexicon = lexicon;
  }

  /** The first of two numbers with the unit and scale of the second; itself where they are none. */
  Quantity completed(Quantity first, Quantity second) {
    Reading one = first.readings().get(0);
    Reading two = second.readings().get(0);
    boolean range =
        first.to() + 1 == second.from() && RANGE.contains(passage.word(first.to()).lower());
    boolean alike = one.dimension().isEmpty() || one.dimension().equals(two.dimension());
    if (!range || !alike || first.sort() != Sort.COUNT || second.sort() != Sort.COUNT) {
      return first;
    }
    double value = one.value();
    boolean scaled = lexicon.knows("scales", passage, second.from() + 1);
    if (scaled && value < 1000 && two.value() >= 1000 && first.to() - first.from() <= 2) {
      double digits = two.value();
      while (digits >= 1000) {
        digits /= 1000;
        value *= 1000;
      }
    }
    if (!one.dimension().isEmpty() && value == one.value()) {
      return first;
    }
    String dimension = one.dimension().isEmpty() ? two.dimension() : one.dimension();
    double factor = one.dimension().isEmpty() ? two.factor() : one.factor();
    return new Quantity(
        List.of(new Reading(value, dimension, factor)),
        first.sort(),
        first.bound(),
        first.from(),
        first.to());
  }
}
