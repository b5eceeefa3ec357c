package io.wireroom.poll;

import io.wireroom.net.HttpDate;
import io.wireroom.net.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a source is polled again. Policy only: pure functions of what the source said.
 *
 * <p>The interval adapts to how often a source publishes: a week divided by twice its weekly
 * entries, between 5 minutes and a day; never earlier than its TTL, max-age or Expires allow.
 * Failures back off from 5 minutes, doubling, to a day, and never give up. Retry-After is honoured
 * up to two days. All are spread by up to a tenth, so that sources that were added together drift
 * apart.
 */
public final class PollSchedule {

  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(1);
  private static final double POLLS_PER_ENTRY = 2;
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

  private PollSchedule() {}

  /** How long to wait after a poll that succeeded, before jitter. */
  public static Duration interval(Source source, double entriesAWeek) {
    if (source.every() != null) {
      return source.every();
    }
    if (entriesAWeek <= 0) {
      return Duration.ofHours(1);
    }
    double seconds = Duration.ofDays(7).toSeconds() / (entriesAWeek * POLLS_PER_ENTRY);
    return clamp(Duration.ofSeconds((long) seconds), SHORTEST, LONGEST);
  }

  /** How long the answer itself asks to be left alone; zero when it does not. At most a day. */
  public static Duration freshFor(HttpReply reply, @Nullable Integer ttlMinutes, Instant now) {
    Duration fresh = Duration.ZERO;
    String control = reply.header("cache-control");
    Matcher age = MAX_AGE.matcher(control == null ? "" : control.toLowerCase(Locale.ROOT));
    if (age.find()) {
      fresh = Duration.ofSeconds(Long.parseLong(age.group(1)));
    } else if (reply.header("expires") != null) {
      Instant expires = HttpDate.parse(reply.header("expires"));
      fresh = expires == null ? fresh : Duration.between(now, expires);
    }
    if (ttlMinutes != null && ttlMinutes > 0) {
      Duration ttl = Duration.ofMinutes(ttlMinutes);
      fresh = ttl.compareTo(fresh) > 0 ? ttl : fresh;
    }
    return clamp(fresh, Duration.ZERO, LONGEST);
  }

  /**
   * How long to wait after a failure.
   *
   * @param failures in a row, this one included; at least 1
   */
  public static Duration backOff(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, 10);
    return clamp(SHORTEST.multipliedBy(1L << doublings), SHORTEST, LONGEST);
  }

  /** Spreads a time by up to a tenth of its wait, the same way for the same source and wait. */
  public static Instant spread(Instant now, Duration wait, String sourceId) {
    int hash = (sourceId + wait.toSeconds()).hashCode() & 0x7fffffff;
    return now.plus(wait).plusMillis(wait.toMillis() / 10 * (hash % 1000) / 1000);
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
  }
}
