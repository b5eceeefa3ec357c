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
 * entries, between 5 minutes and a day; an hour when its entries carry no dates. So a source that
 * publishes less than a dozen entries a day is asked at most once an hour, and one that asks for
 * more by publishing more gets more. It is never asked earlier than its TTL, max-age or Expires
 * allow, nor in the hours and on the days that RSS lets it name (skipHours, skipDays); its TTL is
 * the longer of RSS's own and of what the syndication module says. Where a server ignores
 * validators and answers the same bytes again, the wait doubles with each such answer, up to a day.
 *
 * <p>Failures back off from 5 minutes, doubling, to a day, and never give up. All waits are
 * stretched by up to a tenth, so that sources that were added together drift apart.
 */
public final class PollSchedule {

  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration UNKNOWN = Duration.ofHours(1);
  private static final double POLLS_PER_ENTRY = 2;

  /** Intervals that a source is left alone while its hub pushes. */
  private static final int RESTED = 12;

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})");
  private static final Pattern NOT_KEPT =
      Pattern.compile("(?:^|[,\\s])(no-cache|no-store)(?![-=])");

  /** Sources that are polled at once when a service meets them for the first time. */
  private static final int AT_ONCE = 32;

  private static final Duration FIRST_GAP = Duration.ofMillis(50);
  private static final Duration FIRST_WINDOW = Duration.ofMinutes(10);

  private PollSchedule() {}

  /** How long to wait after a poll that succeeded, before jitter. */
  public static Duration interval(Source source, Source.State state) {
    if (source.every() != null) {
      return source.every();
    }
    Duration interval = UNKNOWN;
    if (state.entriesAWeek() > 0) {
      double seconds = Duration.ofDays(7).toSeconds() / (state.entriesAWeek() * POLLS_PER_ENTRY);
      interval = clamp(Duration.ofSeconds((long) seconds), SHORTEST, LONGEST);
    }
    return clamp(doubled(interval, state.sameBodies()), SHORTEST, LONGEST);
  }

  /**
   * How long the answer itself asks to be left alone; zero when it does not. At most a day. Source:
   * RFC 9111, 4.2: max-age outranks Expires, and what a cache on the way used up is taken off.
   *
   * @param ttlMinutes what the feed says; null when it does not
   */
  public static Duration freshFor(HttpReply reply, @Nullable Integer ttlMinutes, Instant now) {
    String header = reply.header("cache-control");
    String control = header == null ? "" : header.toLowerCase(Locale.ROOT);
    Duration fresh = Duration.ZERO;
    Matcher age = MAX_AGE.matcher(control);
    if (NOT_KEPT.matcher(control).find()) {
      fresh = Duration.ZERO;
    } else if (age.find()) {
      fresh = Duration.ofSeconds(capped(age.group(1)) - used(reply));
    } else {
      Instant expires = HttpDate.parse(reply.header("expires"));
      Instant sent = HttpDate.parse(reply.header("date"));
      fresh = expires == null ? fresh : Duration.between(sent == null ? now : sent, expires);
    }
    if (ttlMinutes != null && ttlMinutes > 0) {
      Duration ttl = Duration.ofMinutes(ttlMinutes);
      fresh = ttl.compareTo(fresh) > 0 ? ttl : fresh;
    }
    return clamp(fresh, Duration.ZERO, LONGEST);
  }

  /**
   * When a source is polled next whose hub pushes what is new, so that a poll is only to make sure:
   * after twelve of its intervals, but not within the hour, and after a day at the latest. As an
   * interval is half the time between two entries, a hub that has gone silent is noticed within
   * some six entries. A source that asks for a longer wait still gets that.
   *
   * @param next when it would be polled without the hub
   * @param quiet when it need not be asked
   */
  public static Instant rested(Instant now, Instant next, QuietTimes quiet) {
    Duration wait = Duration.between(now, next);
    Duration rest = clamp(wait.multipliedBy(RESTED), Duration.ofHours(1), LONGEST);
    return quiet.over(rest.compareTo(wait) > 0 ? now.plus(rest) : next);
  }

  /** When a source is polled that can't wait for its hub any more: within five minutes. */
  public static Instant soon(Instant now, String sourceId) {
    return now.plusMillis(SHORTEST.toMillis() * share(sourceId) / 1000);
  }

  /**
   * How long to wait after a failure.
   *
   * @param failures in a row, this one included; at least 1
   */
  public static Duration backOff(int failures) {
    return clamp(doubled(SHORTEST, Math.max(failures, 1) - 1), SHORTEST, LONGEST);
  }

  /** Stretches a wait by up to a tenth, the same way for the same source and wait. */
  public static Instant spread(Instant now, Duration wait, String sourceId) {
    return now.plus(wait)
        .plusMillis(wait.toMillis() / 10 * share(sourceId + wait.toSeconds()) / 1000);
  }

  /**
   * After a wait, spread, and outside the times that the source wants to be quiet. Those whose
   * quiet ends at the same hour come within five minutes, not all at once.
   */
  public static Instant awake(Instant now, Duration wait, QuietTimes quiet, String sourceId) {
    Instant next = spread(now, wait, sourceId);
    Instant over = quiet.over(next);
    return over.equals(next) ? next : soon(over, sourceId);
  }

  /**
   * When a service polls a source for the first time: at once when few are new, else one each 50
   * ms, and all within ten minutes, so that ten thousand new sources are no stampede.
   *
   * @param place among the new sources, from 0
   * @param all how many there are
   */
  public static Instant first(Instant now, int place, int all) {
    if (place < AT_ONCE) {
      return now;
    }
    long gap = Math.min(FIRST_GAP.toNanos(), FIRST_WINDOW.toNanos() / all);
    return now.plusNanos(gap * (place - AT_ONCE + 1));
  }

  /** A number from 0 to 999 that is as good as random; similar names get unlike ones. */
  private static int share(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return (hash >>> 8) % 1000;
  }

  private static Duration doubled(Duration wait, int times) {
    return wait.multipliedBy(1L << Math.min(times, 10));
  }

  private static long capped(String digits) {
    return Math.min(Long.parseLong(digits), LONGEST.toSeconds() * 1000);
  }

  /** The header Age in seconds: how long the answer has lain in caches. */
  private static long used(HttpReply reply) {
    String age = reply.header("age");
    return age != null && age.strip().matches("\\d{1,9}") ? Long.parseLong(age.strip()) : 0;
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
  }
}
