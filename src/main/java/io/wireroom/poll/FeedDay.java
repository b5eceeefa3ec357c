package io.wireroom.poll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day in a feed's date, once its time and zone are taken off: in figures, in whatever
 * order, or with a month by its name.
 */
final class FeedDay {
  private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}-\\d");

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})\\s*[-/.년年]\\s*(\\d{1,2})(?:\\s*[-/.월月]\\s*(\\d{1,2})[일日]?)?(?!\\d)\\.?");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(-)?(\\d{2})-?(\\d{2})(?:-?(\\d{2}))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4}|\\d{2})-?(\\d{3})");
  private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+");
  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+\\.?,?\\s+(?=\\d)");

  private FeedDay() {}

  /**
   * The day that a text means; null when it is none.
   *
   * @throws DateTimeException if there is no such day
   */
  static @Nullable LocalDate parse(String text) {
    String bare = WEEKDAY.matcher(text).replaceFirst("").strip();
    Matcher year = YEAR_FIRST.matcher(bare);
    if (year.matches()) {
      int day = year.group(3) == null ? 1 : Integer.parseInt(year.group(3));
      return LocalDate.of(number(year, 1), number(year, 2), day);
    }
    if (WEEK.matcher(bare).matches()) {
      return LocalDate.parse(bare, DateTimeFormatter.ISO_WEEK_DATE);
    }
    if (bare.matches("\\d{4}")) {
      return LocalDate.of(Integer.parseInt(bare), 1, 1);
    }
    if (bare.matches("\\d{8}")) {
      return LocalDate.of(
          Integer.parseInt(bare, 0, 4, 10),
          Integer.parseInt(bare, 4, 6, 10),
          Integer.parseInt(bare, 6, 8, 10));
    }
    Matcher ordinal = ORDINAL.matcher(bare);
    if (ordinal.matches()) {
      return LocalDate.ofYearDay(century(ordinal.group(1), 2000), number(ordinal, 2));
    }
    Matcher shortYear = SHORT_YEAR.matcher(bare);
    if (shortYear.matches() && (shortYear.group(1) == null) == (shortYear.group(4) != null)) {
      int day = shortYear.group(4) == null ? 1 : number(shortYear, 4);
      return LocalDate.of(2000 + number(shortYear, 2), number(shortYear, 3), day);
    }
    Matcher dayFirst = DAY_FIRST.matcher(bare);
    if (dayFirst.matches()) {
      boolean american =
          dayFirst.group(2).equals("/") && number(dayFirst, 3) <= 31 && number(dayFirst, 1) <= 12;
      int day = number(dayFirst, american ? 3 : 1);
      return LocalDate.of(number(dayFirst, 4), number(dayFirst, american ? 1 : 3), day);
    }
    return named(text);
  }

  /** A month by its name among a day and a year, in any order. */
  private static @Nullable LocalDate named(String text) {
    Matcher token = TOKEN.matcher(DateWords.fold(text));
    int month = 0;
    int day = 0;
    String year = "";
    while (token.find()) {
      String word = token.group();
      if (Character.isLetter(word.charAt(0))) {
        // a weekday may look like a month (mar is Tuesday in Italian), so the last one counts
        int named = DateWords.month(word);
        month = named > 0 ? named : month;
      } else if (word.length() <= 2 && day == 0) {
        day = Integer.parseInt(word);
      } else if (year.isEmpty()) {
        year = word;
      } else {
        return null;
      }
    }
    if (month == 0 || year.isEmpty() || year.length() > 4) {
      return null;
    }
    return LocalDate.of(century(year, 0), month, day == 0 ? 1 : day);
  }

  private static int century(String year, int ofShort) {
    int value = Integer.parseInt(year);
    if (year.length() == 3) {
      return 1900 + value;
    }
    if (year.length() > 2) {
      return value;
    }
    return ofShort > 0 ? ofShort + value : value < 90 ? 2000 + value : 1900 + value;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
