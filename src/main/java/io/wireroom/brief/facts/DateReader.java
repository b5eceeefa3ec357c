package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates, times of day, quarters and relative times (last week) in a passage. */
final class DateReader {

  /** How the key of "this year" begins: the group of "this" among the leads. */
  static final String THIS = "[2]of";

  private static final Pattern YEAR = Pattern.compile("1[4-9]\\d\\d|20\\d\\d");
  private static final Pattern DAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");
  private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)");
  private static final Pattern HOUR = Pattern.compile("1[0-2]|0?[1-9]");
  private static final Pattern QUARTER = Pattern.compile("([qh])([1-4])");
  private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar", "dec", "sep", "jan");
  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "on", "of", "since", "by", "until", "till", "last", "next", "early", "late", "mid",
          "through", "from", "to", "this", "during", "before", "after", "and", "-", "between");
  private static final Set<String> HALVES_AND_QUARTERS = Set.of("half", "quarter", "quarters");

  private final TokenizedText passage;
  private final FactLexicon lexicon;
  private final List<DateMention> found = new ArrayList<>();

  private DateReader(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.lexicon = lexicon;
  }

  static List<DateMention> read(TokenizedText passage, FactLexicon lexicon) {
    DateReader reader = new DateReader(passage, lexicon);
    for (int i = 0; i < passage.size(); ) {
      int next = reader.at(i);
      i = Math.max(next, i + 1);
    }
    return reader.found;
  }

  /** Reads what starts at an index; returns the index behind it. */
  private int at(int i) {
    int next = numeric(i);
    if (next == i) {
      next = clock(i);
    }
    if (next == i) {
      next = relative(i);
    }
    return next == i ? calendar(i) : next;
  }

  /** 2026-03-09, 9/3/2026. */
  private int numeric(int i) {
    if (i + 4 >= passage.size() || !passage.word(i).isNumber()) {
      return i;
    }
    String mark = passage.word(i + 1).text();
    boolean joined =
        (mark.equals("-") || mark.equals("/"))
            && passage.word(i + 3).text().equals(mark)
            && passage.word(i + 2).isNumber()
            && passage.word(i + 4).isNumber();
    if (!joined) {
      return i;
    }
    int a = whole(i);
    int b = whole(i + 2);
    int c = whole(i + 4);
    if (isYear(i) && b >= 1 && b <= 12) {
      add(c, b, a, 0, "", i, i + 5);
    } else if (isYear(i + 4) && Math.max(a, b) > 12) {
      add(Math.max(a, b), Math.min(a, b), c, 0, "", i, i + 5);
    } else if (isYear(i + 4)) {
      // Nobody can tell the day from the month here: it is only equal to itself.
      add(0, 0, c, 0, a + "/" + b, i, i + 5);
    } else {
      return i;
    }
    return i + 5;
  }

  private int clock(int i) {
    Word word = passage.word(i);
    if (!word.isNumber()) {
      return i;
    }
    String half = half(i + 1);
    int end = half.isEmpty() ? i + 1 : i + 2;
    Matcher clock = CLOCK.matcher(word.text());
    if (clock.matches() && (!half.isEmpty() || word.text().indexOf(':') > 0)) {
      add(0, 0, 0, 0, time(clock.group(1), clock.group(2), half), i, end);
      return end;
    }
    if (!half.isEmpty() && HOUR.matcher(word.text()).matches()) {
      add(0, 0, 0, 0, time(word.text(), "00", half), i, end);
      return end;
    }
    return i;
  }

  private String half(int i) {
    return passage.at(i, "am") || passage.at(i, "pm") ? passage.word(i).lower() : "";
  }

  private static String time(String hour, String minute, String half) {
    int h = Integer.parseInt(hour);
    if (half.equals("pm") && h < 12) {
      h += 12;
    } else if (half.equals("am") && h == 12) {
      h = 0;
    }
    return String.format(Locale.ROOT, "%02d:%s", h, minute);
  }

  /** yesterday; last week; third quarter, Q3; the 1990s. */
  private int relative(int i) {
    FactLexicon.Hit day = lexicon.at("relative-days", passage, i);
    if (!day.groups().isEmpty()) {
      add(0, 0, 0, 0, "day" + day.groups(), day.from(), day.to());
      return day.to();
    }
    FactLexicon.Hit lead = lexicon.at("relative-lead", passage, i);
    if (!lead.groups().isEmpty() && i + 1 < passage.size()) {
      FactLexicon.Hit unit = lexicon.at("relative-unit", passage, i + 1);
      if (!unit.groups().isEmpty()) {
        add(0, 0, 0, 0, lead.groups() + "of" + unit.groups(), i, unit.to());
        return unit.to();
      }
    }
    Matcher quarter = QUARTER.matcher(passage.word(i).lower());
    if (quarter.matches()) {
      add(0, 0, 0, 0, quarter.group(), i, i + 1);
      return i + 1;
    }
    FactLexicon.Hit ordinal = lexicon.at("ordinals", passage, i);
    int part = passage.at(i + 1, "-") ? i + 2 : i + 1;
    if (!ordinal.groups().isEmpty()
        && part < passage.size()
        && HALVES_AND_QUARTERS.contains(passage.word(part).lower())) {
      String number = lexicon.value("ordinals", ordinal.groups().iterator().next());
      add(0, 0, 0, 0, (passage.at(part, "half") ? "h" : "q") + number, i, part + 1);
      return part + 1;
    }
    if (passage.word(i).text().matches("[12]\\d\\d0") && passage.at(i + 1, "s")) {
      add(0, 0, 0, 0, passage.word(i).text() + "s", i, i + 2);
      return i + 2;
    }
    return i;
  }

  /** [weekday] 9 March [2026], March 9[th][, 2026], March 2026, March, Monday, 2026. */
  private int calendar(int start) {
    int i = start;
    int weekday = group("weekdays", i);
    if (weekday > 0 && passage.word(i).capital()) {
      i = skip(i + 1, ",", "the", "on");
    } else {
      weekday = 0;
    }
    int day = 0;
    int month = 0;
    int after = day(i) ? skip(i + 1, "st", "nd", "rd", "th", "of") : i;
    if (after > i && month(after, true) > 0) {
      day = whole(i);
      month = month(after, true);
      i = skip(after + 1, ".");
    } else if (month(i, day(skip(i + 1, ".", "the"))) > 0) {
      month = month(i, day(skip(i + 1, ".", "the")));
      i = skip(i + 1, ".");
      if (day(skip(i, "the")) && !isYear(i)) {
        day = whole(skip(i, "the"));
        i = skip(skip(i, "the") + 1, "st", "nd", "rd", "th");
      }
    }
    int yearAt = month > 0 ? skip(i, ",", "of") : i;
    int year = isYear(yearAt) && (month > 0 || weekday == 0) ? whole(yearAt) : 0;
    if (year > 0 && month == 0 && !bareYear(yearAt)) {
      year = 0;
    }
    if (weekday + day + month + year == 0) {
      return start;
    }
    int end = year > 0 ? yearAt + 1 : month > 0 ? i : start + 1;
    add(day, month, year, weekday, "", start, end);
    return end;
  }

  /** A four-digit number is a year when nothing is counted, measured or priced in it. */
  private boolean bareYear(int i) {
    return !lexicon.knows("units", passage, i + 1)
        && !lexicon.knows("scales", passage, i + 1)
        && (i == 0 || !passage.word(i - 1).text().endsWith("$"))
        && !(i > 0 && Set.of("\u00a3", "\u20ac", "\u00a5").contains(passage.word(i - 1).text()));
  }

  private int month(int i, boolean withDay) {
    int month = group("months", i);
    if (month == 0 || !passage.word(i).capital()) {
      return 0;
    }
    // "Jan Orsag", "June Osborn"
    boolean beforeName =
        i + 1 < passage.size() && passage.word(i + 1).capital() && group("weekdays", i + 1) == 0;
    boolean ambiguous = AMBIGUOUS.contains(passage.word(i).lower());
    boolean pointed = i > 0 && BEFORE_MONTH.contains(passage.word(i - 1).lower());
    boolean sure =
        withDay
            || isYear(i + 1)
            || (pointed ? !(ambiguous && beforeName) : !ambiguous && !beforeName);
    return sure ? month : 0;
  }

  private int group(String section, int i) {
    if (i < 0 || i >= passage.size()) {
      return 0;
    }
    Set<Integer> groups = lexicon.at(section, passage, i).groups();
    return groups.isEmpty() ? 0 : groups.iterator().next() + 1;
  }

  private boolean day(int i) {
    return i < passage.size()
        && passage.word(i).isNumber()
        && DAY.matcher(passage.word(i).text()).matches();
  }

  private boolean isYear(int i) {
    return i < passage.size() && YEAR.matcher(passage.word(i).text()).matches();
  }

  private int whole(int i) {
    @Nullable String text = i < passage.size() ? passage.word(i).text() : null;
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private int skip(int i, String... words) {
    int at = i;
    for (String word : words) {
      if (passage.at(at, word)) {
        at++;
      }
    }
    return at;
  }

  private void add(int day, int month, int year, int weekday, String key, int from, int to) {
    List<Integer> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      words.add(i);
    }
    found.add(new DateMention(day, month, year, weekday, key, words));
  }
}
