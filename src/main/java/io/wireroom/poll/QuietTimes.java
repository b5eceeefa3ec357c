package io.wireroom.poll;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The hours and days when a feed says that it need not be asked, in UTC. Source: RSS 2.0, skipHours
 * (0 to 23; 24 in older versions is midnight as well) and skipDays (English names).
 *
 * @param hours bit 0 is the hour after midnight
 * @param days bit 0 is Monday
 */
public record QuietTimes(int hours, int days) {

  /** A feed that names none. */
  public static final QuietTimes NONE = new QuietTimes(0, 0);

  private static final int HOURS_OF_A_WEEK = 7 * 24;

  /** What a channel says; what is no hour and no day is left out. */
  static QuietTimes of(XmlElement channel) {
    int hours = 0;
    int days = 0;
    for (XmlElement list : channel.elements()) {
      for (XmlElement one : list.elements()) {
        if (list.name().equals("skiphours") && one.text().matches("\\d{1,2}")) {
          hours |= hour(Integer.parseInt(one.text()));
        } else if (list.name().equals("skipdays")) {
          days |= day(one.text().toUpperCase(Locale.ROOT));
        }
      }
    }
    return hours == 0 && days == 0 ? NONE : new QuietTimes(hours, days);
  }

  private static int hour(int number) {
    return number > 24 ? 0 : 1 << (number % 24);
  }

  private static int day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name)) {
        return 1 << (day.getValue() - 1);
      }
    }
    return 0;
  }

  /**
   * The first moment from then on that is not in them: that one, or the beginning of an hour within
   * the week. A feed that leaves no time at all is taken to say nothing.
   */
  Instant over(Instant from) {
    if (!contains(from)) {
      return from;
    }
    Instant hour = from.truncatedTo(ChronoUnit.HOURS);
    for (int i = 1; i <= HOURS_OF_A_WEEK; i++) {
      Instant at = hour.plus(Duration.ofHours(i));
      if (!contains(at)) {
        return at;
      }
    }
    return from;
  }

  private boolean contains(Instant at) {
    if (hours == 0 && days == 0) {
      return false;
    }
    ZonedDateTime then = at.atZone(ZoneOffset.UTC);
    return (hours & (1 << then.getHour())) != 0
        || (days & (1 << (then.getDayOfWeek().getValue() - 1))) != 0;
  }
}
