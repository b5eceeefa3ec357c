package io.wireroom.store;

import io.wireroom.deliver.Destination;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * One row a destination: when it next has something to do. Claiming looks at the lanes that are due
 * instead of at all that waits, so a long queue for one destination costs the others nothing.
 *
 * <p>A lane's {@code next_due} is never later than the earliest row that waits for it, but for the
 * moment in which it can take none; so no row waits for a lane that sleeps.
 */
final class SqlLanes {

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
                + " claimed = 0 AND due_at > :now AND due_at < :held AND EXISTS (SELECT 1 FROM lane"
                + " l WHERE l.destination_id = :id AND l.settings_hash NOT IN ('', :hash))");
    PreparedBatch lanes =
        handle.prepareBatch(
            "INSERT INTO lane (destination_id, settings_hash, next_due) VALUES (:id, :hash, 0) ON"
                + " CONFLICT (destination_id) DO UPDATE SET next_due = 0, off_reason = CASE WHEN"
                + " lane.settings_hash = excluded.settings_hash AND lane.off_reason <> :unknown"
                + " THEN lane.off_reason ELSE NULL END, paused_until = CASE WHEN lane.settings_hash"
                + " = excluded.settings_hash THEN lane.paused_until ELSE 0 END, failures = CASE"
                + " WHEN lane.settings_hash = excluded.settings_hash THEN lane.failures ELSE 0 END,"
                + " failing_since = CASE WHEN lane.settings_hash = excluded.settings_hash THEN"
                + " lane.failing_since ELSE NULL END, warned = CASE WHEN lane.settings_hash ="
                + " excluded.settings_hash THEN lane.warned ELSE 0 END, settings_hash ="
                + " excluded.settings_hash");
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
}
