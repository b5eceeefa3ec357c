package io.wireroom.poll.websub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a hub promises to push, held to what can be worked with: hubs have granted no time at
 * all, and years.
 */
record Grant(Duration time) {

  /** What is asked for; a hub that grants another time is held to that. */
  static final Duration ASKED_FOR = Duration.ofDays(10);

  /** Where a hub names no time, though it must. */
  private static final Duration UNNAMED = Duration.ofDays(1);

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * @param named null when the hub names no time
   */
  static Grant of(@Nullable Duration named) {
    Duration time = named == null || named.isNegative() || named.isZero() ? UNNAMED : named;
    return new Grant(time.compareTo(LONGEST) > 0 ? LONGEST : time);
  }

  /**
   * When to ask again: after four fifths of the time, so that a hub that is down then has the last
   * fifth to come back.
   */
  Duration renewal() {
    Duration renew = time.multipliedBy(4).dividedBy(5);
    return renew.compareTo(SHORTEST) < 0 ? SHORTEST : renew;
  }
}
