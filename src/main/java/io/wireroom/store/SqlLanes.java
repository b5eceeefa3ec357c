package io.wireroom.store;

import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * One row a destination: when it next has something to do. Claiming looks at the lanes that are due
 * instead of at all that waits, so a long queue for one destination costs the others nothing.
 *
 * <p>A lane's {@code next_due} is never later than the earliest row that waits for it, but for the
 * moment in which it can take none; so no row waits for a lane that sleeps.
 */
final class SqlLanes {

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
  static final Duration LONGEST_HOLD = Duration.ofHours(1);

  static final String UNKNOWN = "it is not in the config";

  /**
   * Says what the config's destinations are. One of which the config says something else than
   * before starts afresh: it is switched on again, and what waits for it is due now.
   */
  int configure(Handle handle, List<Destination> destinations, Instant now) {
    handle.execute("UPDATE lane SET off_reason = ? WHERE off_reason IS NULL", UNKNOWN);
    PreparedBatch changed =
        handle.prepareBatch(
            "UPDATE delivery SET due_at = :now WHERE destination_id = :id AND state = 'pending' AND"
                + " claimed = 0 AND due_at > :now AND due_at < :held AND EXISTS (SELECT 1 FROM lane l WHERE"
                + " l.destination_id = :id AND l.settings_hash NOT IN ('', :hash))");
    PreparedBatch lanes =
        handle.prepareBatch(
            "INSERT INTO lane (destination_id, settings_hash, next_due) VALUES (:id, :hash, 0) ON"
                + " CONFLICT (destination_id) DO UPDATE SET next_due = 0, off_reason = CASE WHEN"
                + " lane.settings_hash = excluded.settings_hash AND lane.off_reason <> :unknown THEN"
                + " lane.off_reason ELSE NULL END, paused_until = CASE WHEN lane.settings_hash ="
                + " excluded.settings_hash THEN lane.paused_until ELSE 0 END, failures = CASE WHEN"
                + " lane.settings_hash = excluded.settings_hash THEN lane.failures ELSE 0 END,"
                + " failing_since = CASE WHEN lane.settings_hash = excluded.settings_hash THEN"
                + " lane.failing_since ELSE NULL END, warned = CASE WHEN lane.settings_hash ="
                + " excluded.settings_hash THEN lane.warned ELSE 0 END, settings_hash = excluded.settings_hash");
    for (Destination destination : destinations) {
      String hash = Integer.toHexString(destination.hashCode());
      changed.bind("held", SqlDeliveries.HELD);
      changed.bind("now", now.toEpochMilli()).bind("id", destination.id()).bind("hash", hash).add();
      lanes.bind("id", destination.id()).bind("hash", hash).bind("unknown", UNKNOWN).add();
    }
    if (!destinations.isEmpty()) {
      changed.execute();
      lanes.execute();
    }
    return destinations.size();
  }

  /** Destinations that have something to do, longest overdue first. */
  List<String> due(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            "SELECT destination_id FROM lane WHERE off_reason IS NULL AND next_due <= ? AND"
                + " paused_until <= ? ORDER BY next_due LIMIT ?")
        .bind(0, now.toEpochMilli())
        .bind(1, now.toEpochMilli())
        .bind(2, most)
        .mapTo(String.class)
        .list();
  }

  /** Whether any destination that takes deliveries has one due before a time. */
  boolean busy(Handle handle, Instant soon) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM lane l WHERE l.off_reason IS NULL AND l.paused_until <= ?"
                + " AND EXISTS (SELECT 1 FROM delivery d WHERE d.destination_id = l.destination_id"
                + " AND d.state = 'pending' AND d.claimed = 0 AND d.due_at <= ?))")
        .bind(0, soon.toEpochMilli())
        .bind(1, soon.toEpochMilli())
        .mapTo(Boolean.class)
        .one();
  }

  /** Something is due for a destination at a time. */
  static void wake(Handle handle, String destinationId, long at) {
    handle.execute(
        "INSERT INTO lane (destination_id, next_due) VALUES (?, ?) ON CONFLICT (destination_id) DO"
            + " UPDATE SET next_due = MIN(lane.next_due, excluded.next_due)",
        destinationId,
        at);
  }

  /** After a claim: nothing for it before {@code notBefore}, nor before its next row is due. */
  void sleep(Handle handle, String destinationId, Instant notBefore) {
    handle.execute(
        "UPDATE lane SET next_due = MAX(?, COALESCE((SELECT MIN(due_at) FROM delivery WHERE"
            + " destination_id = ? AND state = 'pending' AND claimed = 0), ?)) WHERE"
            + " destination_id = ?",
        notBefore.toEpochMilli(),
        destinationId,
        Long.MAX_VALUE,
        destinationId);
  }

  /** Nobody knows how to send to it. */
  void unknown(Handle handle, String destinationId) {
    handle.execute(
        "UPDATE lane SET off_reason = ? WHERE destination_id = ?", UNKNOWN, destinationId);
  }

  /** A person wants it tried again, now. One that is not in the config stays off. */
  static void reopen(Handle handle, String destinationId, Instant now) {
    handle.execute(
        "UPDATE lane SET off_reason = CASE WHEN off_reason = ? THEN off_reason ELSE NULL END,"
            + " paused_until = 0, failing_since = NULL, failures = 0, warned = 0, next_due ="
            + " MIN(next_due, ?)"
            + " WHERE destination_id = ?",
        UNKNOWN,
        now.toEpochMilli(),
        destinationId);
  }

  /**
   * What an attempt says of its destination.
   *
   * @return why the destination was switched off by it; null if it was not
   */
  @Nullable String settled(Handle handle, String destinationId, Outcome outcome, Instant now) {
    if (outcome.verdict() == Verdict.DELIVERED || outcome.verdict() == Verdict.REJECTED) {
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
