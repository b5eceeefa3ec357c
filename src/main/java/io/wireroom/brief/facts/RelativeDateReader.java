package io.wireroom.brief.facts;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates that no calendar places without knowing today (yesterday, last week), and stretches
 * of a year or century (third quarter, the 1990s): they are compared as they are said.
 */
final class RelativeDateReader {

  /** How the key of "this year" begins: the group of "this" among the leads. */
  static final String THIS = "[2]of";

  private static final Pattern QUARTER = Pattern.compile("([qh])([1-4])");
  private static final Set<String> HALVES_AND_QUARTERS = Set.of("half", "quarter", "quarters");

  private final TokenizedText passage;
  private final FactLexicon lexicon;

  RelativeDateReader(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.lexicon = lexicon;
  }

  /** The date that begins at an index: yesterday; third quarter, Q3; the 1990s; null for none. */
  @Nullable DateMention at(int i) {
    FactLexicon.Hit day = lexicon.at("relative-days", passage, i);
    if (!day.groups().isEmpty()) {
      return DateMention.of("day" + day.groups(), day.from(), day.to());
    }
    FactLexicon.Hit lead = lexicon.at("relative-lead", passage, i);
    if (!lead.groups().isEmpty() && i + 1 < passage.size()) {
      FactLexicon.Hit unit = lexicon.at("relative-unit", passage, i + 1);
      if (!unit.groups().isEmpty()) {
        return DateMention.of(lead.groups() + "of" + unit.groups(), i, unit.to());
      }
    }
    Matcher quarter = QUARTER.matcher(passage.word(i).lower());
    if (quarter.matches()) {
      return DateMention.of(quarter.group(), i, i + 1);
    }
    FactLexicon.Hit ordinal = lexicon.at("ordinals", passage, i);
    int part = passage.at(i + 1, "-") ? i + 2 : i + 1;
    if (!ordinal.groups().isEmpty()
        && part < passage.size()
        && HALVES_AND_QUARTERS.contains(passage.word(part).lower())) {
      String number = lexicon.value("ordinals", ordinal.groups().iterator().next());
      String key = (passage.at(part, "half") ? "h" : "q") + number;
      return DateMention.of(key, i, part + 1);
    }
    if (passage.word(i).text().matches("[12]\\d\\d0") && passage.at(i + 1, "s")) {
      return DateMention.of(passage.word(i).text() + "s", i, i + 2);
    }
    return null;
  }
}
