package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Bound;
import io.wireroom.brief.facts.Quantity.Reading;
import io.wireroom.brief.facts.Quantity.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quantities of a passage, in digits and in words, with units, scales and bounds: all
 * that a sentence and its evidence may write differently is read here, so that only what they mean
 * is compared.
 */
final class QuantityReader {

  private static final Set<String> OFTEN = Set.of("once", "twice", "times");
  private static final Pattern ORDINAL_END = Pattern.compile("st|nd|rd|th");
  private static final Set<String> NOT_A_COUNT = Set.of("of", "another", "who", "day", "which");

  private final TokenizedText passage;
  private final FactLexicon lexicon;
  private final Set<Integer> taken;
  private final boolean articles;
  private final NumberReader numbers;
  private final BoundReader bounds;
  private final UnitReader units;
  private final RangeReader ranges;

  private QuantityReader(
      TokenizedText passage, FactLexicon lexicon, Set<Integer> taken, boolean articles) {
    this.passage = passage;
    this.articles = articles;
    this.numbers = new NumberReader(passage, lexicon, taken);
    this.bounds = new BoundReader(passage, lexicon);
    this.units = new UnitReader(passage, lexicon, taken);
    this.ranges = new RangeReader(passage, lexicon);
    this.lexicon = lexicon;
    this.taken = taken;
  }

  /**
   * @param taken indexes of words that are part of a date
   */
  static List<Quantity> said(TokenizedText sentence, FactLexicon lexicon, Set<Integer> taken) {
    return new QuantityReader(sentence, lexicon, taken, false).all();
  }

  /** As {@link #said}; "a decade" counts as well, for it bears out ten years. */
  static List<Quantity> borne(TokenizedText evidence, FactLexicon lexicon, Set<Integer> taken) {
    return new QuantityReader(evidence, lexicon, taken, true).all();
  }

  private List<Quantity> all() {
    List<Quantity> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); ) {
      Quantity quantity = taken.contains(i) ? null : at(i);
      if (quantity == null) {
        i++;
      } else {
        if (!found.isEmpty()) {
          int last = found.size() - 1;
          found.set(last, ranges.completed(found.get(last), quantity));
        }
        found.add(quantity);
        i = quantity.to();
      }
    }
    return found;
  }

  /** "A decade" is one of them. */
  private @Nullable Quantity article(int start) {
    boolean article =
        passage.at(start, "a") || passage.at(start, "an") || passage.at(start, "single");
    // "A second" is another one, not a sixtieth of a minute.
    if (!article || start + 1 >= passage.size() || lexicon.knows("ordinals", passage, start + 1)) {
      return null;
    }
    FactLexicon.Hit hit = lexicon.at("units", passage, start + 1);
    return hit.groups().isEmpty() || numbers.isScale(start + 1)
        ? null
        : withUnit(1, start, start + 1);
  }

  /** "Half a percentage point", "half-year". */
  private @Nullable Quantity half(int start) {
    boolean joined =
        passage.at(start + 1, "a") || passage.at(start + 1, "an") || passage.at(start + 1, "-");
    return passage.at(start, "half")
            && joined
            && !lexicon.at("units", passage, start + 2).groups().isEmpty()
            && !numbers.isScale(start + 2)
        ? withUnit(0.5, start, start + 2)
        : null;
  }

  private @Nullable Quantity at(int start) {
    Quantity one = articles ? article(start) : null;
    if (one != null) {
      return one;
    }
    Quantity half = half(start);
    if (half != null) {
      return half;
    }
    for (String section : List.of("vague", "multiples")) {
      FactLexicon.Hit hit = lexicon.at(section, passage, start);
      if (!hit.groups().isEmpty() && !passage.word(start).isNumber()) {
        double value = numbers.amount(section, hit);
        Sort sort = section.equals("vague") ? Sort.VAGUE : Sort.MULTIPLE;
        return quantity(List.of(Reading.ofCount(value)), sort, start, hit.to());
      }
    }
    String currency = units.currency(start);
    int at = currency.isEmpty() ? start : start + 1;
    if (at >= passage.size()) {
      return null;
    }
    double value = numbers.read(at);
    if (Double.isNaN(value)) {
      return currency.isEmpty() ? ordinalOrFraction(start) : null;
    }
    int end = numbers.next();
    if (passage.at(end, "and") && passage.at(end + 1, "a") && passage.at(end + 2, "half")) {
      value += 0.5;
      end += 3;
    }
    if (currency.isEmpty() && end < passage.size() && passage.word(end).lower().endsWith("s")) {
      FactLexicon.Hit fraction = lexicon.at("fractions", passage, end);
      if (!fraction.groups().isEmpty()) {
        double parts = numbers.amount("fractions", fraction);
        return quantity(Reading.ofShare(value / parts), Sort.COUNT, start, fraction.to());
      }
    }
    if (end < passage.size() && passage.word(end).glued() && isOrdinalEnd(end)) {
      return quantity(List.of(Reading.ofCount(value)), Sort.ORDINAL, start, end + 1);
    }
    if (!currency.isEmpty()) {
      return quantity(List.of(new Reading(value, currency, 1)), Sort.COUNT, start, end);
    }
    if (passage.at(at, "one") && end == at + 1 && isPronoun(at)) {
      return null;
    }
    return withUnit(value, start, end);
  }

  private boolean isOrdinalEnd(int index) {
    return ORDINAL_END.matcher(passage.word(index).lower()).matches();
  }

  private boolean isPronoun(int one) {
    return one + 1 >= passage.size()
        || !passage.word(one + 1).isWord()
        || NOT_A_COUNT.contains(passage.word(one + 1).lower())
        || passage.at(one - 1, "no")
        || passage.at(one - 1, "the")
        || passage.at(one - 1, "this");
  }

  private Quantity withUnit(double value, int start, int end) {
    UnitReader.Measure measure = units.behind(value, end);
    return quantity(measure.readings(), Sort.COUNT, start, measure.to());
  }

  private @Nullable Quantity ordinalOrFraction(int start) {
    FactLexicon.Hit fraction = lexicon.at("fractions", passage, start);
    boolean half = passage.at(start, "half");
    // "Once a quarter" is a date, and no share.
    boolean often =
        passage.at(start - 1, "a") && start > 1 && OFTEN.contains(passage.word(start - 2).lower());
    boolean counted =
        (passage.at(start - 1, "a") && !often)
            || passage.at(start - 1, "one")
            || passage.at(start + 1, "of");
    if (!fraction.groups().isEmpty() && (half || counted)) {
      double value = numbers.amount("fractions", fraction);
      double share = value < 1 ? value : 1 / value;
      return quantity(Reading.ofShare(share), Sort.COUNT, start, fraction.to());
    }
    FactLexicon.Hit ordinal = lexicon.at("ordinals", passage, start);
    if (!ordinal.groups().isEmpty()) {
      double value = numbers.amount("ordinals", ordinal);
      return quantity(List.of(Reading.ofCount(value)), Sort.ORDINAL, start, ordinal.to());
    }
    return null;
  }

  private Quantity quantity(List<Reading> readings, Sort sort, int from, int to) {
    // "Up to third" is a move, and no limit.
    return new Quantity(
        readings, sort, sort == Sort.ORDINAL ? Bound.NONE : bounds.before(from), from, to);
  }
}
