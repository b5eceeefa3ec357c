package io.wireroom.poll;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

  /** Seconds since 1970, or milliseconds. */
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{13}");

  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?![\\d:])");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{8})[Tt ]?(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?\\s*([Zz]|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern HALF = Pattern.compile("(?i)^\\s*([ap])\\.?m\\b\\.?|^\\s*(오전|오후)");

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
      LocalDate date = text.indexOf(':') >= 0 ? null : FeedDay.parse(text);
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
    FeedZone zone = FeedZone.first(after);
    String dateText = before.replaceFirst("(?<=\\d)[Tt]$", "") + " " + zone.rest();
    LocalDate date = dateText.indexOf(':') >= 0 ? null : FeedDay.parse(dateText.strip());
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
}
