package io.wireroom.store;

import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Outcome;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of deliveries and their attempts, as the hub works on them. */
final class SqlDeliveries {

  /** Verdict of an attempt that had begun when the process ended. */
  static final String INTERRUPTED = "INTERRUPTED";

  /**
   * A delivery that was claimed.
   *
   * @param document the brief as JSON
   */
  record Due(Delivery delivery, Destination destination, String document, Instant claimedAt) {}

  /** Claims the deliveries to a destination that are due, longest overdue first. */
  List<Due> claim(Handle handle, Destination destination, Instant now, int most) {
    List<Due> due =
        handle
            .createQuery(
                "SELECT d.id, d.subscription_id, d.brief_id, d.attempts, d.created_at, b.document"
                    + " FROM delivery d JOIN brief b ON b.id = d.brief_id WHERE d.destination_id ="
                    + " ? AND d.state = 'pending' AND d.claimed = 0 AND d.due_at <= ? ORDER BY"
                    + " d.due_at LIMIT ?")
            .bind(0, destination.id())
            .bind(1, now.toEpochMilli())
            .bind(2, most)
            .map(
                (row, context) ->
                    new Due(
                        new Delivery(
                            row.getString(1),
                            destination.id(),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            Instant.ofEpochMilli(row.getLong(5))),
                        destination,
                        row.getString(6),
                        now))
            .list();
    if (!due.isEmpty()) {
      PreparedBatch mark = handle.prepareBatch("UPDATE delivery SET claimed = ? WHERE id = ?");
      due.forEach(each -> mark.add(now.toEpochMilli(), each.delivery().id()));
      mark.execute();
    }
    return due;
  }

  /**
   * Records an attempt and what becomes of its delivery.
   *
   * @param again when it is tried again; null when it is not
   * @return false if it was settled before: then nothing is changed
   */
  boolean settle(
      Handle handle,
      Delivery delivery,
      Instant attemptAt,
      Outcome outcome,
      @Nullable Instant again,
      Instant now) {
    int settled =
        handle.execute(
            "UPDATE delivery SET claimed = 0, state = ?, attempts = ?, due_at = ?, settled_at = ?,"
                + " reference = COALESCE(?, reference), note = ? WHERE id = ? AND claimed <> 0",
            state(outcome, again),
            delivery.attempts() + 1,
            again == null ? now.toEpochMilli() : again.toEpochMilli(),
            again == null ? now.toEpochMilli() : null,
            outcome.reference(),
            outcome.reason(),
            delivery.id());
    if (settled == 0) {
      return false;
    }
    handle.execute(
        "INSERT INTO attempt (delivery_id, at, took_ms, verdict, status, reason, answer) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?)",
        delivery.id(),
        attemptAt.toEpochMilli(),
        now.toEpochMilli() - attemptAt.toEpochMilli(),
        outcome.verdict().name(),
        outcome.status(),
        outcome.reason(),
        outcome.answer());
    return true;
  }

  private static String state(Outcome outcome, @Nullable Instant again) {
    if (again != null) {
      return "pending";
    }
    return outcome.verdict() == Outcome.Verdict.DELIVERED ? "delivered" : "dead";
  }

  /**
   * Releases what a process that died had in hand. Each gets an attempt that says so: its receiver
   * may have it, though nobody stored the answer.
   */
  int release(Handle handle) {
    handle.execute(
        "INSERT INTO attempt (delivery_id, at, took_ms, verdict, status, reason, answer) SELECT id,"
            + " claimed, 0, ?, 0, ?, '' FROM delivery WHERE claimed <> 0",
        INTERRUPTED,
        "the process ended before an answer was stored; it may have arrived");
    return handle.execute("UPDATE delivery SET claimed = 0 WHERE claimed <> 0");
  }
}
