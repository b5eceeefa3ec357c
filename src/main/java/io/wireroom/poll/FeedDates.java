package io.wireroom.poll;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as feeds write them: W3CDTF and ISO 8601 (also ordinal and shortened), RFC 822 and
 * its many misspellings, asctime, Perforce, epoch numbers, Korean, Greek, Hungarian and other
 * languages' month names.
 *
 * <p>Whole seconds; fractions are dropped. A date without a zone is UTC (Korean ones: Korea),
 * without a time midnight. A two-digit year is 1990 to 2089. What is not a real date (day 32,
 * minute 61, an unknown month) is null: no date is better than a wrong one.
 */
public final class FeedDates {
  private static final int MAX_LENGTH = 100;

  /** A region after the offset, as Java writes it. */
  private static final Pattern ODDITIES = Pattern.compile("\\[[\\w/+-]*\\]$");

  private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}-\\d");

  /** Seconds since 1970, or milliseconds. */
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{13}");

  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?![\\d:])");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{8})[Tt ]?(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?\\s*([Zz]|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern HALF = Pattern.compile("(?i)^\\s*([ap])\\.?m\\b\\.?|^\\s*(오전|오후)");

  private static final Pattern OFFSET =
      Pattern.compile("(?i)^\\s*(?:gmt|utc)?\\s*([+-])\\s?(\\d{1,2}):?(\\d{2})?(?![\\w:])");

  private static final Pattern ZONE_WORD =
      Pattern.compile("^\\s*\\(?([A-Za-z]+(?:/[A-Za-z_+-]+)*)\\)?(?![\\w:])");

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

  private FeedDates() {}

  /** The moment that a feed's date means, or null when it is none. Never throws. */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      return read(ODDITIES.matcher(text.strip().replace('\u2212', '-')).replaceAll(""));
    } catch (DateTimeException | NumberFormatException notADate) {
      return null;
    }
  }

  private static @Nullable Instant read(String text) {
    if (EPOCH.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text, 0, Math.min(10, text.length()), 10));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      String seconds = compact.group(4) == null ? "00" : compact.group(4);
      String zone = compact.group(5) == null ? "" : compact.group(5);
      String time = compact.group(2) + ":" + compact.group(3) + ":" + seconds;
      return read(
          new StringBuilder(compact.group(1)).insert(6, '-').insert(4, '-') + "T" + time + zone);
    }
    boolean korean = text.indexOf('년') >= 0 || text.contains("오전") || text.contains("오후");
    Matcher time = TIME.matcher(text);
    if (!time.find()) {
      LocalDate date = text.indexOf(':') >= 0 ? null : date(text);
      ZoneOffset zone = korean ? ZoneOffset.ofHours(9) : ZoneOffset.UTC;
      return date == null ? null : date.atStartOfDay().toInstant(zone);
    }
    String before = text.substring(0, time.start()).strip();
    String after = text.substring(time.end());
    int hour = Integer.parseInt(time.group(1));
    if (before.endsWith("오전") || before.endsWith("오후")) {
      hour = half(hour, before.endsWith("오후"));
      before = before.substring(0, before.length() - 2);
    }
    Matcher half = HALF.matcher(after);
    if (half.find()) {
      boolean later = "p".equalsIgnoreCase(half.group(1)) || "오후".equals(half.group(2));
      hour = half(hour, later);
      after = after.substring(half.end());
    }
    Zone zone = zone(after);
    String dateText = before.replaceFirst("(?<=\\d)[Tt]$", "") + " " + zone.rest();
    LocalDate date = dateText.indexOf(':') >= 0 ? null : date(dateText.strip());
    if (date == null) {
      return null;
    }
    LocalDateTime local = at(date, hour, time);
    if (zone.region() != null) {
      Instant guess = local.toInstant(ZoneOffset.UTC);
      return local.toInstant(DateWords.region(zone.region(), guess));
    }
    int seconds = zone.seconds() != null ? zone.seconds() : korean ? 9 * 3600 : 0;
    return local.toInstant(ZoneOffset.UTC).minusSeconds(seconds);
  }

  private static int half(int hour, boolean afternoon) {
    return hour == 12 ? (afternoon ? 12 : 0) : afternoon && hour < 12 ? hour + 12 : hour;
  }

  private static LocalDateTime at(LocalDate date, int hour, Matcher time) {
    int minute = Integer.parseInt(time.group(2));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    boolean leap = second == 60;
    LocalTime clock = LocalTime.of(midnight ? 0 : hour, minute, leap ? 59 : second);
    return date.atTime(clock).plusDays(midnight ? 1 : 0).plusSeconds(leap ? 1 : 0);
  }

  /** A zone, and what follows it: seconds east of Greenwich, or a region's name, or neither. */
  private record Zone(@Nullable Integer seconds, @Nullable String region, String rest) {}

  private static Zone zone(String after) {
    Matcher offset = OFFSET.matcher(after);
    if (offset.find()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      if (hours > 24 || minutes > 59) {
        throw new DateTimeException("offset");
      }
      int seconds = (hours * 60 + minutes) * 60;
      String rest = after.substring(offset.end()).replaceFirst("^\\s*\\([^)]*\\)", "");
      return new Zone(offset.group(1).equals("-") ? -seconds : seconds, null, rest);
    }
    Matcher word = ZONE_WORD.matcher(after);
    if (word.find()) {
      String name = word.group(1).toLowerCase(Locale.ROOT).replaceFirst("^etc/", "");
      Integer known = DateWords.offset(name);
      if (known != null || name.indexOf('/') > 0) {
        return new Zone(known, known == null ? name : null, after.substring(word.end()));
      }
    }
    return new Zone(null, null, after);
  }

  private static @Nullable LocalDate date(String text) {
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
