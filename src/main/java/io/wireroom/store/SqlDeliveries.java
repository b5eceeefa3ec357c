package io.wireroom.store;

import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of deliveries and their attempts, as the hub works on them. */
final class SqlDeliveries {

  /** Verdict of an attempt that had begun when the process ended. */
  static final String INTERRUPTED = "INTERRUPTED";

  /** The due time of one that waits for the delivery it answers: the end of the year 9999. */
  static final long HELD = 253_402_300_799_000L;

  /**
   * Stores a delivery that is owed.
   *
   * @param answers the delivery that it answers, which must be settled before it is due; null when
   *     it answers none
   */
  static void insert(Handle handle, Delivery delivery, @Nullable String answers) {
    long now = delivery.createdAt().toEpochMilli();
    boolean held =
        answers != null
            && Rows.any(
                handle, "SELECT 1 FROM delivery WHERE id = ? AND state = 'pending'", answers);
    handle.execute(
        "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state, due_at,"
            + " created_at, answers, note) VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?) ON CONFLICT"
            + " (id) DO NOTHING",
        delivery.id(),
        delivery.destinationId(),
        delivery.subscriptionId(),
        delivery.briefId(),
        held ? HELD : now,
        now,
        answers,
        held ? "waits for the delivery that it answers: " + answers : "");
    SqlLanes.wake(handle, delivery.destinationId(), held ? HELD : now);
  }

  /** Claims the deliveries to a destination that are due, longest overdue first. */
  List<DueDelivery> claim(Handle handle, Destination destination, Instant now, int most) {
    List<DueDelivery> due =
        handle
            .createQuery(
                "SELECT d.id, d.subscription_id, d.brief_id, d.attempts, d.created_at, d.answers,"
                    + " b.document, f.reference, d.number, d.interrupted FROM delivery d LEFT JOIN"
                    + " brief b ON b.id = d.brief_id LEFT JOIN delivery f ON f.id = d.answers WHERE"
                    + " d.destination_id = ? AND d.state = 'pending' AND d.claimed = 0 AND d.due_at"
                    + " <= ? ORDER BY d.due_at LIMIT ?")
            .bind(0, destination.id())
            .bind(1, now.toEpochMilli())
            .bind(2, most)
            .map((row, context) -> due(handle, row, destination, now))
            .list();
    if (!due.isEmpty()) {
      PreparedBatch mark = handle.prepareBatch("UPDATE delivery SET claimed = ? WHERE number = ?");
      due.forEach(each -> mark.add(now.toEpochMilli(), each.number()));
      mark.execute();
    }
    return due;
  }

  private static DueDelivery due(Handle handle, ResultSet row, Destination destination, Instant now)
      throws SQLException {
    String contentId = row.getString(3);
    String document = row.getString(7);
    return new DueDelivery(
        row.getLong(9),
        new Delivery(
            row.getString(1),
            destination.id(),
            row.getString(2),
            contentId,
            row.getInt(4),
            Instant.ofEpochMilli(row.getLong(5))),
        destination,
        row.getString(6) != null,
        destination.threads() ? row.getString(8) : null,
        document,
        document == null ? ParcelRows.find(handle, contentId) : null,
        now,
        row.getBoolean(10));
  }

  /**
   * Records an attempt and what becomes of its delivery.
   *
   * @param number of the delivery's row
   * @param again when it is tried again; null when it is not
   * @return false if it was settled before: then nothing is changed
   */
  boolean settle(
      Handle handle,
      long number,
      Delivery delivery,
      Instant attemptAt,
      Outcome outcome,
      @Nullable Instant again,
      Instant now) {
    int settled =
        handle.execute(
            "UPDATE delivery SET claimed = 0, state = ?, attempts = ?, due_at = ?, settled_at = ?,"
                + " reference = COALESCE(?, reference), note = ? WHERE number = ? AND claimed <> 0",
            state(outcome, again),
            delivery.attempts() + 1,
            again == null ? now.toEpochMilli() : again.toEpochMilli(),
            again == null ? now.toEpochMilli() : null,
            outcome.reference(),
            outcome.reason(),
            number);
    if (settled == 0) {
      return false;
    }
    handle.execute(
        "INSERT INTO attempt (delivery, at, took_ms, verdict, status, reason, answer) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?)",
        number,
        attemptAt.toEpochMilli(),
        now.toEpochMilli() - attemptAt.toEpochMilli(),
        outcome.verdict().name(),
        outcome.status(),
        outcome.reason(),
        outcome.answer());
    if (again == null) {
      released(handle, delivery, now);
    }
    return true;
  }

  /** What waits for a delivery is due when that is settled, however it ended. */
  private static void released(Handle handle, Delivery first, Instant now) {
    int due =
        handle.execute(
            "UPDATE delivery SET due_at = ?, note = '' WHERE answers = ? AND due_at = ? AND state ="
                + " 'pending'",
            now.toEpochMilli(),
            first.id(),
            HELD);
    if (due > 0) {
      SqlLanes.wake(handle, first.destinationId(), now.toEpochMilli());
    }
  }

  private static String state(Outcome outcome, @Nullable Instant again) {
    if (again != null) {
      return "pending";
    }
    return outcome.verdict() == Outcome.Verdict.DELIVERED ? "delivered" : "dead";
  }

  /**
   * Releases what a process that died had in hand. Each gets an attempt that says so: its receiver
   * may have it, though nobody stored the answer, so one that can be asked is asked before it is
   * sent again. For the next wait it does not count: the receiver has not failed.
   */
  int release(Handle handle) {
    handle.execute(
        "INSERT INTO attempt (delivery, at, took_ms, verdict, status, reason, answer) SELECT"
            + " number, claimed, 0, ?, 0, ?, '' FROM delivery WHERE state = 'pending' AND claimed"
            + " <> 0",
        INTERRUPTED,
        "the process ended before an answer was stored; it may have arrived");
    return handle.execute(
        "UPDATE delivery SET claimed = 0, interrupted = 1 WHERE state = 'pending' AND claimed <>"
            + " 0");
  }
}
