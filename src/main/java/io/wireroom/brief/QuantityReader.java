package io.wireroom.brief;

import io.wireroom.brief.Quantity.Bound;
import io.wireroom.brief.Quantity.Reading;
import io.wireroom.brief.Quantity.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the quantities of a passage, in digits and in words, with units, scales and bounds. */
final class QuantityReader {

  private static final Pattern ORDINAL_END = Pattern.compile("st|nd|rd|th");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Set<String> RANGE = Set.of("to", "-", "\u2013", "and", "or");
  private static final Set<String> NOT_A_COUNT = Set.of("of", "another", "who", "day", "which");

  private final Passage passage;
  private final Lexicon lexicon;
  private final Set<Integer> taken;

  /** Index after the number just read. */
  private int next;

  private QuantityReader(Passage passage, Lexicon lexicon, Set<Integer> taken) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.taken = taken;
  }

  /**
   * @param taken indexes of words that are part of a date
   */
  static List<Quantity> read(Passage passage, Lexicon lexicon, Set<Integer> taken) {
    return new QuantityReader(passage, lexicon, taken).all();
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

  private @Nullable Quantity at(int start) {
    for (String section : List.of("vague", "multiples")) {
      Lexicon.Hit hit = lexicon.at(section, passage, start);
      if (!hit.groups().isEmpty() && !passage.word(start).isNumber()) {
        double value = amount(section, hit);
        Sort sort = section.equals("vague") ? Sort.VAGUE : Sort.MULTIPLE;
        return quantity(List.of(new Reading(value, "", 1)), sort, start, hit.to());
      }
    }
    String currency = currency(start);
    int at = currency.isEmpty() ? start : start + 1;
    if (at >= passage.size()) {
      return null;
    }
    double value = number(at);
    if (Double.isNaN(value)) {
      return currency.isEmpty() ? ordinalOrFraction(start) : null;
    }
    int end = next;
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
      if (passage.at(unitAt, "us") || passage.at(unitAt, "per") && passage.at(unitAt + 1, "cent")) {
        unitAt++;
      }
      boolean perCent = passage.at(unitAt - 1, "per");
      Lexicon.Hit hit = lexicon.at("units", passage, unitAt);
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
    Lexicon.Hit fraction = lexicon.at("fractions", passage, start);
    boolean half = passage.at(start, "half");
    boolean counted =
        passage.at(start - 1, "a") || passage.at(start - 1, "one") || passage.at(start + 1, "of");
    if (!fraction.groups().isEmpty() && (half || counted)) {
      double value = amount("fractions", fraction);
      double share = value < 1 ? value : 1 / value;
      return quantity(share(share), Sort.COUNT, start, fraction.to());
    }
    Lexicon.Hit ordinal = lexicon.at("ordinals", passage, start);
    if (!ordinal.groups().isEmpty()) {
      double value = amount("ordinals", ordinal);
      return quantity(List.of(new Reading(value, "", 1)), Sort.ORDINAL, start, ordinal.to());
    }
    return null;
  }

  private static List<Reading> share(double share) {
    return List.of(new Reading(share, "share", 1), new Reading(share * 100, "percent", 1));
  }

  /** Reads the number at an index and leaves {@link #next} behind it; NaN when there is none. */
  private double number(int start) {
    double total = 0;
    double current = Double.NaN;
    int i = start;
    if ((passage.at(i, "a") || passage.at(i, "an")) && isScale(i + 1)) {
      current = 1;
      i++;
    }
    for (; i < passage.size() && !taken.contains(i); i++) {
      if (passage.word(i).isNumber() && Double.isNaN(current) && total == 0) {
        current = digits(passage.word(i).text());
      } else if (isScale(i) && !Double.isNaN(current)) {
        double scale = amount("scales", lexicon.at("scales", passage, i));
        if (scale < 1000) {
          current *= scale;
        } else {
          total += current * scale;
          current = 0;
        }
      } else if (isNumberWord(i) && (Double.isNaN(current) || joins(current, i))) {
        current = (Double.isNaN(current) ? 0 : current) + amount("number-words", wordHit(i));
      } else if (!joinsTwo(i, current)) {
        break;
      }
    }
    next = i;
    return Double.isNaN(current) ? Double.NaN : total + current;
  }

  /** "and" or a hyphen inside a number in words: one hundred and two, forty-two. */
  private boolean joinsTwo(int i, double current) {
    if (Double.isNaN(current) || i == 0) {
      return false;
    }
    boolean hyphen = passage.at(i, "-") && passage.word(i).glued();
    return hyphen && isScale(i + 1)
        || hyphen && isNumberWord(i + 1) && isNumberWord(i - 1)
        || passage.at(i, "and")
            && isNumberWord(i + 1)
            && isScale(i - 1)
            && !passage.word(i - 2).isNumber();
  }

  private boolean joins(double current, int i) {
    double word = amount("number-words", wordHit(i));
    boolean tens = current % 100 >= 20 && current % 10 == 0 && word < 10;
    return tens || current % 100 == 0;
  }

  private boolean isNumberWord(int i) {
    return lexicon.knows("number-words", passage, i);
  }

  private Lexicon.Hit wordHit(int i) {
    return lexicon.at("number-words", passage, i);
  }

  /** A scale word; the letters k, m, bn only where they touch their number. */
  private boolean isScale(int i) {
    return lexicon.knows("scales", passage, i)
        && (passage.word(i).lower().length() > 3 || i > 0 && passage.word(i - 1).isNumber())
        && (passage.word(i).lower().length() > 1 || passage.word(i).glued());
  }

  private static double digits(String text) {
    if (GROUPED.matcher(text).matches()) {
      return Double.parseDouble(text.replace(",", ""));
    }
    // A version or score such as 1.2.3 or 3:1 is only equal to itself.
    return PLAIN.matcher(text).matches() ? Double.parseDouble(text) : text.hashCode() + 0.5;
  }

  private String currency(int i) {
    String text = passage.word(i).text();
    if (text.endsWith("$")) {
      return "$";
    }
    return Set.of("\u00a3", "\u20ac", "\u00a5", "\u20b9").contains(text) ? text : "";
  }

  private double amount(String section, Lexicon.Hit hit) {
    return Double.parseDouble(lexicon.value(section, hit.groups().iterator().next()));
  }

  private Quantity quantity(List<Reading> readings, Sort sort, int from, int to) {
    return new Quantity(readings, sort, bound(from), from, to);
  }

  private Bound bound(int from) {
    int at = passage.at(from - 1, "a") ? from - 1 : from;
    if (!lexicon.before("less-than", passage, at).groups().isEmpty()) {
      return Bound.LESS;
    }
    if (!lexicon.before("up-to", passage, at).groups().isEmpty()) {
      return Bound.UP_TO;
    }
    if (!lexicon.before("more-than", passage, at).groups().isEmpty()) {
      return Bound.MORE;
    }
    if (!lexicon.before("nearly", passage, at).groups().isEmpty()) {
      return Bound.NEARLY;
    }
    return lexicon.before("about", passage, at).groups().isEmpty() ? Bound.NONE : Bound.ABOUT;
  }
}
