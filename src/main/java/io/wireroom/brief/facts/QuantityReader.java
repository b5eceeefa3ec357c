package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Bound;
import io.wireroom.brief.facts.Quantity.Reading;
import io.wireroom.brief.facts.Quantity.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the quantities of a passage, in digits and in words, with units, scales and bounds. */
final class QuantityReader {

  private static final Set<String> OFTEN = Set.of("once", "twice", "times");
  private static final Pattern ORDINAL_END = Pattern.compile("st|nd|rd|th");
  private static final Set<String> RANGE = Set.of("to", "-", "\u2013", "and", "or");
  private static final Set<String> NOT_A_COUNT = Set.of("of", "another", "who", "day", "which");

  private final TokenizedText passage;
  private final FactLexicon lexicon;
  private final Set<Integer> taken;
  private final boolean articles;
  private final NumberReader numbers;
  private final BoundReader bounds;

  private QuantityReader(
      TokenizedText passage, FactLexicon lexicon, Set<Integer> taken, boolean articles) {
    this.passage = passage;
    this.articles = articles;
    this.numbers = new NumberReader(passage, lexicon, taken);
    this.bounds = new BoundReader(passage, lexicon);
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
        shareUnit(found, quantity);
        found.add(quantity);
        i = quantity.to();
      }
    }
    return found;
  }

  /** In "12 to 15 percent" or "$10-12 million" the first number has the second's unit and scale. */
  private void shareUnit(List<Quantity> found, Quantity second) {
    if (found.isEmpty()) {
      return;
    }
    Quantity first = found.get(found.size() - 1);
    Reading one = first.readings().get(0);
    Reading two = second.readings().get(0);
    boolean range =
        first.to() + 1 == second.from() && RANGE.contains(passage.word(first.to()).lower());
    boolean alike = one.dimension().isEmpty() || one.dimension().equals(two.dimension());
    if (!range || !alike || first.sort() != Sort.COUNT || second.sort() != Sort.COUNT) {
      return;
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
    if (one.dimension().isEmpty() || value != one.value()) {
      String dimension = one.dimension().isEmpty() ? two.dimension() : one.dimension();
      double factor = one.dimension().isEmpty() ? two.factor() : one.factor();
      found.set(
          found.size() - 1,
          new Quantity(
              List.of(new Reading(value, dimension, factor)),
              first.sort(),
              first.bound(),
              first.from(),
              first.to()));
    }
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
        return quantity(List.of(new Reading(value, "", 1)), sort, start, hit.to());
      }
    }
    String currency = currency(start);
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
        return quantity(share(value / parts), Sort.COUNT, start, fraction.to());
      }
    }
    if (end < passage.size() && passage.word(end).glued() && isOrdinalEnd(end)) {
      return quantity(List.of(new Reading(value, "", 1)), Sort.ORDINAL, start, end + 1);
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
    int unitAt = end;
    if (passage.at(unitAt, "-") && passage.word(unitAt).glued()) {
      unitAt++;
    }
    if (unitAt < passage.size() && !taken.contains(unitAt)) {
      if (passage.at(unitAt, "us")
          || (passage.at(unitAt, "per") && passage.at(unitAt + 1, "cent"))) {
        unitAt++;
      }
      boolean perCent = passage.at(unitAt - 1, "per");
      FactLexicon.Hit hit = lexicon.at("units", passage, unitAt);
      if (perCent) {
        return quantity(List.of(new Reading(value, "percent", 1)), Sort.COUNT, start, unitAt + 1);
      }
      if (passage.at(unitAt, "m")) {
        return quantity(List.of(new Reading(value, "length", 1)), Sort.COUNT, start, unitAt + 1);
      }
      if (!hit.groups().isEmpty()) {
        String[] unit = lexicon.value("units", hit.groups().iterator().next()).split(":", 2);
        Reading reading = new Reading(value, unit[0], Double.parseDouble(unit[1]));
        return quantity(List.of(reading), Sort.COUNT, start, hit.to());
      }
    }
    if (passage.at(end - 1, "m") && passage.word(end - 1).glued() && value >= 1e6) {
      Reading metres = new Reading(value / 1e6, "length", 1);
      return quantity(List.of(new Reading(value, "", 1), metres), Sort.COUNT, start, end);
    }
    return quantity(List.of(new Reading(value, "", 1)), Sort.COUNT, start, end);
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
      return quantity(share(share), Sort.COUNT, start, fraction.to());
    }
    FactLexicon.Hit ordinal = lexicon.at("ordinals", passage, start);
    if (!ordinal.groups().isEmpty()) {
      double value = numbers.amount("ordinals", ordinal);
      return quantity(List.of(new Reading(value, "", 1)), Sort.ORDINAL, start, ordinal.to());
    }
    return null;
  }

  private static List<Reading> share(double share) {
    return List.of(new Reading(share, "share", 1), new Reading(share * 100, "percent", 1));
  }

  private String currency(int i) {
    String text = passage.word(i).text();
    if (text.endsWith("$")) {
      return "$";
    }
    return Set.of("\u00a3", "\u20ac", "\u00a5", "\u20b9").contains(text) ? text : "";
  }

  private Quantity quantity(List<Reading> readings, Sort sort, int from, int to) {
    // "Up to third" is a move, and no limit.
    return new Quantity(
        readings, sort, sort == Sort.ORDINAL ? Bound.NONE : bounds.before(from), from, to);
  }
}
