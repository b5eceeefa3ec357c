package io.wireroom.brief.facts;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days, months and years in figures and in words, so that 3 March and March 3 are the same,
 * and tells them from names (June Osborn) and from counts (2026 people).
 */
final class CalendarReader {

  private static final Pattern YEAR = Pattern.compile("1[4-9]\\d\\d|20\\d\\d");
  private static final Pattern DAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");
  private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar", "dec", "sep", "jan");
  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "on", "of", "since", "by", "until", "till", "last", "next", "early", "late", "mid",
          "through", "from", "to", "this", "during", "before", "after", "and", "-", "between");

  private final TokenizedText passage;
  private final FactLexicon lexicon;

  CalendarReader(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.lexicon = lexicon;
  }

  /** A date in figures, 2026-03-09 or 9/3/2026, that begins at an index; null when none does. */
  @Nullable DateMention inFigures(int i) {
    if (i + 4 >= passage.size() || !passage.word(i).isNumber()) {
      return null;
    }
    String mark = passage.word(i + 1).text();
    boolean joined =
        (mark.equals("-") || mark.equals("/"))
            && passage.word(i + 3).text().equals(mark)
            && passage.word(i + 2).isNumber()
            && passage.word(i + 4).isNumber();
    if (!joined) {
      return null;
    }
    int a = whole(i);
    int b = whole(i + 2);
    int c = whole(i + 4);
    if (isYear(i) && b >= 1 && b <= 12) {
      return DateMention.of(c, b, a, 0, i, i + 5);
    }
    if (isYear(i + 4) && Math.max(a, b) > 12) {
      return DateMention.of(Math.max(a, b), Math.min(a, b), c, 0, i, i + 5);
    }
    if (isYear(i + 4)) {
      // Nobody can tell the day from the month here: it is only equal to itself.
      return new DateMention(0, 0, c, 0, a + "/" + b, DateMention.indexes(i, i + 5));
    }
    return null;
  }

  /**
   * A date in words that begins at an index: [weekday] 9 March [2026], March 9[th][, 2026], March
   * 2026, March, Monday, 2026; null when none does.
   */
  @Nullable DateMention inWords(int start) {
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
      return null;
    }
    int end = year > 0 ? yearAt + 1 : month > 0 ? i : start + 1;
    return DateMention.of(day, month, year, weekday, start, end);
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
}
