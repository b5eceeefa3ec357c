package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import io.wireroom.brief.facts.Quantity.Bound;
import io.wireroom.brief.facts.Quantity.Sort;
import java.util.List;
import java.util.Set;

/**
 * Holds the numbers, amounts and units of a sentence to those of its evidence: each must be there,
 * hedged alike, and about the same.
 */
final class QuantityFacts extends Check {

  private static final Set<String> JOINS = Set.of("and", "or", "to");

  /** How much of what stands around a number must stand around it elsewhere to be the same. */
  private static final double LEAST_AROUND = 0.3;

  private final List<Quantity> borne;
  private final EqualQuantities equality;

  QuantityFacts(Claim claim) {
    super(claim);
    this.borne = borneBy(evidence, lexicon);
    this.equality = new EqualQuantities(claim, borne);
  }

  private static List<Quantity> borneBy(TokenizedText evidence, FactLexicon lexicon) {
    Set<Integer> dates = DateMention.words(DateReader.read(evidence, lexicon));
    return QuantityReader.borne(evidence, lexicon, dates);
  }

  @Override
  void check() {
    for (Quantity quantity : claim.quantities()) {
      check(quantity);
    }
  }

  private void check(Quantity said) {
    if (said.sort() == Sort.VAGUE) {
      if (borne.stream().noneMatch(other -> Rounding.isOfMagnitude(other, said))) {
        object(Kind.NUMBER, said, "the evidence has no number of that size");
      }
      return;
    }
    List<Quantity> equal = borne.stream().filter(other -> equality.areEqual(said, other)).toList();
    if (equal.isEmpty()) {
      if (borne.stream().noneMatch(other -> Rounding.rounds(said, other))
          && !isArticle(said)
          && !isToldElsewhere(said)) {
        object(kind(said), said, "the evidence has no such number");
      }
    } else if (equal.stream().noneMatch(other -> Rounding.boundHolds(said.bound(), other.bound()))
        && !isToldElsewhere(said)) {
      object(Kind.NUMBER, said, "the evidence hedges this number otherwise");
    } else if (belongsToAnother(said, equal)) {
      object(kind(said), said, "in the evidence this number is about something else");
    }
  }

  private void object(Kind kind, Quantity said, String why) {
    int from = Math.max(0, said.from() - (said.bound() == Bound.NONE ? 0 : 1));
    object(kind, sentence.slice(from, said.to()), why);
  }

  private Kind kind(Quantity said) {
    boolean unitDiffers =
        borne.stream().anyMatch(other -> other.sameNumber(said) && !other.sameDimension(said));
    if (unitDiffers && said.sort() == Sort.COUNT) {
      return Kind.UNIT;
    }
    return said.money() ? Kind.AMOUNT : Kind.NUMBER;
  }

  /** "One ferry" is borne by "a ferry". */
  private boolean isArticle(Quantity said) {
    if (said.readings().get(0).value() != 1 || said.sort() != Sort.COUNT) {
      return false;
    }
    int noun = said.dimension().isEmpty() ? said.to() : said.to() - 1;
    for (int i = 0; i + 1 < evidence.size() && noun < sentence.size(); i++) {
      boolean article =
          Set.of("a", "an", "single", "sole", "the", "another", "first")
              .contains(evidence.word(i).lower());
      if (article && evidence.word(i + 1).stem().equals(sentence.word(noun).stem())) {
        return true;
      }
    }
    return evidence.has("single") || evidence.has("sole");
  }

  /** "Aged 19 and 23": what stands around one stands around the other. */
  private boolean isListed(Quantity said) {
    int before = said.from() - 1;
    return (said.to() + 1 < sentence.size()
            && JOINS.contains(sentence.word(said.to()).lower())
            && sentence.word(said.to() + 1).isNumber())
        || (before > 0
            && JOINS.contains(sentence.word(before).lower())
            && sentence.word(before - 1).isNumber());
  }

  /** Whether the words around the number stand, in the evidence, around another number. */
  private boolean belongsToAnother(Quantity said, List<Quantity> equal) {
    Surroundings around = Surroundings.of(sentence, lexicon, said.from(), said.to());
    if (isListed(said)
        || sentence.at(said.to(), "of")
        || equal.stream().anyMatch(other -> sameNext(said, other))) {
      // "Four of the 14" stands next to the other number by its nature.
      return false;
    }
    double own = equal.stream().mapToDouble(other -> shared(around, other)).max().orElse(0);
    return borne.stream()
        .filter(other -> !equal.contains(other) && other.sort() == said.sort())
        .filter(other -> other.sameDimension(said))
        .anyMatch(
            other ->
                Surroundings.fitsBetter(shared(around, other), nearby.isAll() ? own : own + 1));
  }

  /**
   * Whether another part of a long evidence has the number with the same words around it, and this
   * part has none there.
   */
  private boolean isToldElsewhere(Quantity said) {
    if (nearby.isAll()) {
      return false;
    }
    Surroundings around = Surroundings.of(sentence, lexicon, said.from(), said.to());
    TokenizedText whole = nearby.whole();
    double own =
        borneBy(whole, lexicon).stream()
            .filter(
                other -> EqualQuantities.isSameNumber(said, other) || Rounding.rounds(said, other))
            .filter(
                other ->
                    Rounding.boundHolds(said.bound(), other.bound())
                        || Rounding.rounds(said, other))
            .mapToDouble(
                other ->
                    Ages.in(sentence, said) && Ages.in(whole, other)
                        ? Double.MAX_VALUE
                        : around.shared(Surroundings.of(whole, lexicon, other.from(), other.to())))
            .max()
            .orElse(-1);
    return own >= (isDistinct(said) ? 0 : LEAST_AROUND)
        && borne.stream()
            .filter(other -> other.sort() == said.sort() && other.sameDimension(said))
            .noneMatch(other -> shared(around, other) >= own);
  }

  /** Whether a number is so long that an article hardly has it of two things. */
  private static boolean isDistinct(Quantity said) {
    double value = said.readings().get(0).value();
    return said.sort() == Sort.COUNT && value >= 100 && value % 100 != 0;
  }

  /** Whether the same word follows both: what is counted. */
  private boolean sameNext(Quantity said, Quantity other) {
    return said.to() < sentence.size()
        && other.to() < evidence.size()
        && TokenizedText.isContent(sentence.word(said.to()))
        && sentence.word(said.to()).stem().equals(evidence.word(other.to()).stem());
  }

  private double shared(Surroundings around, Quantity other) {
    return around.shared(Surroundings.of(evidence, lexicon, other.from(), other.to()));
  }
}
