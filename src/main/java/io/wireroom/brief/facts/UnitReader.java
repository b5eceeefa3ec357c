package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Reading;
import java.util.List;
import java.util.Set;

/**
 * Reads the unit of a number, a currency before it or a measure behind it, so that pounds are not
 * taken for euros, nor miles for kilometres.
 */
final class UnitReader {

  /**
   * A number with its unit.
   *
   * @param readings what it can mean; more than one where the text is ambiguous (120m)
   * @param to one past its last word, unit included
   */
  record Measure(List<Reading> readings, int to) {

    static Measure of(Reading reading, int to) {
      return new Measure(List.of(reading), to);
    }
  }

  private final TokenizedText passage;
  private final FactLexicon lexicon;
  private final Set<Integer> taken;

  /**
   * @param taken indexes of words that are part of a date
   */
  UnitReader(TokenizedText passage, FactLexicon lexicon, Set<Integer> taken) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.taken = taken;
  }

  /** The dimension of the currency sign at an index; empty when none stands there. */
  String currency(int i) {
    String text = passage.word(i).text();
    if (text.endsWith("$")) {
      return "$";
    }
    return Set.of("\u00a3", "\u20ac", "\u00a5", "\u20b9").contains(text) ? text : "";
  }

  /** What a number amounts to, with the unit that stands right behind it, if one does. */
  Measure behind(double value, int end) {
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
        return Measure.of(new Reading(value, "percent", 1), unitAt + 1);
      }
      if (passage.at(unitAt, "m")) {
        return Measure.of(new Reading(value, "length", 1), unitAt + 1);
      }
      if (!hit.groups().isEmpty()) {
        String[] unit = lexicon.value("units", hit.groups().iterator().next()).split(":", 2);
        Reading reading = new Reading(value, unit[0], Double.parseDouble(unit[1]));
        return Measure.of(reading, hit.to());
      }
    }
    if (passage.at(end - 1, "m") && passage.word(end - 1).glued() && value >= 1e6) {
      Reading metres = new Reading(value / 1e6, "length", 1);
      return new Measure(List.of(Reading.ofCount(value), metres), end);
    }
    return Measure.of(Reading.ofCount(value), end);
  }
}
