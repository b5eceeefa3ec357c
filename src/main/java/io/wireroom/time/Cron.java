package io.wireroom.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times that come again, in the five fields of crontab(5): minute, hour, day of month, month, day
 * of week. Fields take {@code *}, numbers, ranges, lists, steps and English three-letter names;
 * Sunday is 0 or 7. When both day fields are restricted, a day that fits either is taken.
 */
public final class Cron {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** A leap day comes at least once in eight years, also around 2100. */
  private static final int HORIZON_DAYS = 366 * 8 + 2;

  private final String text;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;
  private final boolean anyDay;
  private final boolean anyWeekday;

  private Cron(String text, String[] fields) {
    this.text = text;
    minutes = field("minute", fields[0], 0, 59, 0, List.of());
    hours = field("hour", fields[1], 0, 23, 0, List.of());
    days = field("day of month", fields[2], 1, 31, 0, List.of());
    months = field("month", fields[3], 1, 12, 1, MONTHS);
    weekdays = field("day of week", fields[4], 0, 7, 0, DAYS);
    if (weekdays.get(7)) {
      weekdays.set(0);
    }
    anyDay = fields[2].startsWith("*");
    anyWeekday = fields[4].startsWith("*");
  }

  /**
   * Reads the five fields.
   *
   * @param text five fields, such as {@code 0 8 * * 1-5}
   * @throws IllegalArgumentException saying which field is wrong, or that the time never comes
   */
  public static Cron parse(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("has " + fields.length + " fields, not 5");
    }
    Cron cron = new Cron(text.strip(), fields);
    if (cron.nextDay(LocalDate.of(2000, 1, 1)).isEmpty()) {
      throw new IllegalArgumentException("names a day that never comes");
    }
    return cron;
  }

  /**
   * The first such time after {@code after}, in its zone. A time that the clock skips comes late.
   */
  public ZonedDateTime next(ZonedDateTime after) {
    LocalDateTime local = after.toLocalDateTime();
    while (true) {
      local = nextLocal(local);
      ZonedDateTime next = local.atZone(after.getZone());
      // Where clocks go back, a local time that has passed once comes again: not taken twice.
      if (next.isAfter(after)) {
        return next;
      }
    }
  }

  private LocalDateTime nextLocal(LocalDateTime after) {
    LocalDate day = nextDay(after.toLocalDate()).orElseThrow();
    if (day.equals(after.toLocalDate())) {
      int hour = after.getHour();
      int minute = minutes.nextSetBit(after.getMinute() + 1);
      if (!hours.get(hour) || minute < 0) {
        hour = hours.nextSetBit(hour + 1);
        minute = minutes.nextSetBit(0);
      }
      if (hour >= 0) {
        return day.atTime(hour, minute);
      }
      day = nextDay(day.plusDays(1)).orElseThrow();
    }
    return day.atTime(LocalTime.of(hours.nextSetBit(0), minutes.nextSetBit(0)));
  }

  private Optional<LocalDate> nextDay(LocalDate from) {
    return from.datesUntil(from.plusDays(HORIZON_DAYS)).filter(this::falls).findFirst();
  }

  private boolean falls(LocalDate day) {
    if (!months.get(day.getMonthValue())) {
      return false;
    }
    boolean dayFits = days.get(day.getDayOfMonth());
    boolean weekdayFits = weekdays.get(day.getDayOfWeek().getValue() % 7);
    return (anyDay || anyWeekday) ? dayFits && weekdayFits : dayFits || weekdayFits;
  }

  private static BitSet field(
      String name, String text, int min, int max, int firstName, List<String> names) {
    BitSet set = new BitSet();
    for (String part : text.split(",", -1)) {
      String[] stepped = part.split("/", -1);
      String[] range = stepped[0].equals("*") ? new String[0] : stepped[0].split("-", -1);
      if (stepped.length > 2 || range.length > 2) {
        throw wrong(name, text);
      }
      int step = stepped.length == 2 ? number(name, text, stepped[1], 0, List.of()) : 1;
      int from = range.length == 0 ? min : number(name, text, range[0], firstName, names);
      int to = range.length == 2 ? number(name, text, range[1], firstName, names) : from;
      if (range.length == 0 || (range.length == 1 && stepped.length == 2)) {
        to = max;
      }
      if (from < min || to > max || from > to || step < 1) {
        throw new IllegalArgumentException(
            "has \"" + text + "\" as " + name + ", which goes from " + min + " to " + max);
      }
      for (int value = from; value <= to; value += step) {
        set.set(value);
      }
    }
    return set;
  }

  private static int number(
      String name, String field, String text, int firstName, List<String> names) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + firstName;
    }
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong(name, field);
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException wrong(String name, String text) {
    return new IllegalArgumentException("has \"" + text + "\" as " + name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cron cron && text.equals(cron.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The five fields as they were written. */
  @Override
  public String toString() {
    return text;
  }
}
