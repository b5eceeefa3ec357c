package io.wireroom.store;

import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What attempts say of their destination: one that fails is left alone for a while, its operators
 * are warned, and in the end it is switched off, so that a dead receiver is neither hammered nor
 * forgotten.
 */
final class LaneHealth {

  /** A destination that only ever failed for so long is switched off (Standard Webhooks). */
  private static final Duration GIVE_UP = Duration.ofDays(5);

  /** Percents of that time at which the operators are told (Standard Webhooks). */
  private static final List<Integer> WARNINGS = List.of(50, 70, 90);

  /** From this failure in a row on, a destination is left alone for a while after each. */
  private static final int PATIENCE = 3;

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** What a receiver that is overloaded gets, when it does not say how long it needs. */
  private static final Duration OVERLOADED = Duration.ofSeconds(5);

  /**
   * The longest that one answer holds up a whole destination, however long it asks for: then one
   * delivery is tried to see whether it meant it. Its own next try is when the receiver asked for.
   * A lane begins with one delivery at a time, so this is one request an hour; a mistaken header,
   * or one that is meant for a single message, costs the others no more than that.
   */
  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  /**
   * What an attempt says of its destination.
   *
   * @return why the destination was switched off by it; null if it was not
   */
  @Nullable String settled(Handle handle, String destinationId, Outcome outcome, Instant now) {
    if (outcome.receiverWorks()) {
      handle.execute(
          "UPDATE lane SET failing_since = NULL, failures = 0, warned = 0, next_due = MIN(next_due,"
              + " COALESCE((SELECT MIN(due_at) FROM delivery WHERE destination_id = ? AND state ="
              + " 'pending' AND claimed = 0), next_due)) WHERE destination_id = ?",
          destinationId,
          destinationId);
      return null;
    }
    Health health = health(handle, destinationId, now);
    String off = health.off ? null : offReason(outcome, health, now);
    if (off != null) {
      NoticeRows.post(handle, Notice.destinationOff(destinationId, off, now));
    } else if (!health.off) {
      warn(handle, destinationId, health, outcome, now);
    }
    handle.execute(
        "UPDATE lane SET failing_since = ?, failures = ?, next_due = MIN(next_due, ?), paused_until"
            + " = MAX(paused_until, ?), off_reason = COALESCE(off_reason, ?) WHERE destination_id"
            + " = ?",
        health.failingSince,
        health.failures + 1,
        now.toEpochMilli(),
        now.plus(pause(outcome, health.failures + 1)).toEpochMilli(),
        off,
        destinationId);
    return off;
  }

  /**
   * Tells the operators how much of the time is over in which it may fail, at each of the marks.
   */
  private static void warn(
      Handle handle, String destinationId, Health health, Outcome outcome, Instant now) {
    Instant since = Instant.ofEpochMilli(health.failingSince);
    long percent = 100 * Duration.between(since, now).toMillis() / GIVE_UP.toMillis();
    int mark = WARNINGS.stream().filter(each -> each <= percent).reduce(0, Math::max);
    if (mark > health.warned) {
      handle.execute("UPDATE lane SET warned = ? WHERE destination_id = ?", mark, destinationId);
      NoticeRows.post(
          handle,
          Notice.destinationFailing(
              destinationId, since, mark, since.plus(GIVE_UP), outcome.reason(), now));
    }
  }

  private record Health(long failingSince, int failures, boolean off, int warned) {}

  private static Health health(Handle handle, String destinationId, Instant now) {
    return handle
        .createQuery(
            "SELECT COALESCE(failing_since, ?), failures, off_reason IS NOT NULL, warned FROM lane"
                + " WHERE destination_id = ?")
        .bind(0, now.toEpochMilli())
        .bind(1, destinationId)
        .map(
            (row, context) ->
                new Health(row.getLong(1), row.getInt(2), row.getBoolean(3), row.getInt(4)))
        .findOne()
        .orElse(new Health(now.toEpochMilli(), 0, false, 0));
  }

  private static @Nullable String offReason(Outcome outcome, Health health, Instant now) {
    if (outcome.verdict() == Verdict.DESTINATION_OFF) {
      return outcome.reason();
    }
    return health.failingSince < now.minus(GIVE_UP).toEpochMilli()
        ? "it failed for five days: " + outcome.reason()
        : null;
  }

  private static Duration pause(Outcome outcome, int failures) {
    int doublings = Math.min(failures - PATIENCE, 6);
    Duration pause = doublings < 0 ? Duration.ZERO : SHORTEST_PAUSE.multipliedBy(1L << doublings);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    if (outcome.verdict() != Verdict.THROTTLED) {
      return pause;
    }
    Duration asked = outcome.retryAfter() == null ? OVERLOADED : Backoff.asked(outcome);
    Duration held = asked.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : asked;
    return held.compareTo(pause) > 0 ? held : pause;
  }
}
