package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One row a destination: when it next has something to do. Claiming looks at the lanes that are due
 * instead of at all that waits, so a long queue for one destination costs the others nothing.
 */
final class SqlLanes {

  /** A destination that only ever failed for so long is switched off (Standard Webhooks). */
  private static final Duration GIVE_UP = Duration.ofDays(5);

  private static final String UNKNOWN = "it is not in the config";

  /** A lane that is due. {@code failing} when its last attempt failed. */
  record Lane(String destinationId, boolean failing) {}

  /**
   * Says what the config's destinations are. One that was switched off is switched on again when
   * the config says something else of it than it did then.
   */
  int configure(Handle handle, List<Destination> destinations) {
    handle.execute("UPDATE lane SET off_reason = ? WHERE off_reason IS NULL", UNKNOWN);
    for (Destination destination : destinations) {
      String hash = Integer.toHexString(destination.hashCode());
      handle.execute(
          "INSERT INTO lane (destination_id, settings_hash, next_due) VALUES (?, ?, 0) ON CONFLICT"
              + " (destination_id) DO UPDATE SET next_due = 0, off_reason = CASE WHEN"
              + " lane.settings_hash = excluded.settings_hash AND lane.off_reason <> ? THEN"
              + " lane.off_reason ELSE NULL END, settings_hash = excluded.settings_hash",
          destination.id(),
          hash,
          UNKNOWN);
    }
    return destinations.size();
  }

  List<Lane> due(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            "SELECT destination_id, failing_since FROM lane WHERE off_reason IS NULL AND next_due"
                + " <= ? AND paused_until <= ? ORDER BY next_due LIMIT ?")
        .bind(0, now.toEpochMilli())
        .bind(1, now.toEpochMilli())
        .bind(2, most)
        .map((row, context) -> new Lane(row.getString(1), row.getObject(2) != null))
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
  void wake(Handle handle, String destinationId, long at) {
    handle.execute(
        "INSERT INTO lane (destination_id, next_due) VALUES (?, ?) ON CONFLICT (destination_id) DO"
            + " UPDATE SET next_due = CASE WHEN excluded.next_due < lane.next_due THEN"
            + " excluded.next_due ELSE lane.next_due END",
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

  void settled(
      Handle handle, String destinationId, Outcome outcome, @Nullable Instant again, Instant now) {
    Verdict verdict = outcome.verdict();
    if (verdict == Verdict.DELIVERED || verdict == Verdict.REJECTED) {
      handle.execute(
          "UPDATE lane SET failing_since = NULL, next_due = MIN(next_due, ?) WHERE"
              + " destination_id = ?",
          now.toEpochMilli(),
          destinationId);
      return;
    }
    long pause = verdict == Verdict.THROTTLED && again != null ? again.toEpochMilli() : 0;
    String off = verdict == Verdict.DESTINATION_OFF ? outcome.reason() : null;
    handle.execute(
        "UPDATE lane SET failing_since = COALESCE(failing_since, ?), next_due = MIN(next_due, ?),"
            + " paused_until = MAX(paused_until, ?), off_reason = CASE WHEN ? IS NOT NULL THEN ?"
            + " WHEN failing_since < ? THEN ? ELSE off_reason END WHERE destination_id = ?",
        now.toEpochMilli(),
        now.toEpochMilli(),
        pause,
        off,
        off,
        now.minus(GIVE_UP).toEpochMilli(),
        "it failed for five days: " + outcome.reason(),
        destinationId);
  }
}
