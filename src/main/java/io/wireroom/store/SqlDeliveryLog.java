package io.wireroom.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What became of deliveries, for people: to list, to look at, to send again. Thread-safe; works
 * beside a running hub, which finds what is sent again by its lanes.
 */
public final class SqlDeliveryLog {

  /** Verdict of the mark in a delivery's history after which it is sent anew. */
  static final String REPLAYED = "REPLAYED";

  /** What one transaction removes at most, so that nobody waits long for it. */
  private static final int BATCH = 500;

  private final Database database;

  public SqlDeliveryLog(Store store) {
    this.database = store.database();
  }

  /**
   * Which deliveries are meant. What is null, empty or false asks for nothing.
   *
   * @param ids whole ids, or their beginnings
   * @param since settled since then, or waiting
   */
  public record Wanted(
      List<String> ids, boolean dead, @Nullable Instant since, @Nullable String destinationId) {
    public Wanted {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A delivery.
   *
   * @param state {@code pending}, {@code delivered} or {@code dead}
   * @param inHand whether the hub is sending it now
   * @param due when it is tried next; of one that is settled, when it was
   * @param reference what the receiver calls it; null when it has no name for it
   * @param note the last attempt in words
   * @param url of the article, or the title of a round-up or notice; null when what it carried is
   *     not there any more
   * @param off why its destination is switched off; null when it is not
   */
  public record Row(
      String id,
      String destinationId,
      String subscriptionId,
      String briefId,
      String state,
      boolean inHand,
      int attempts,
      Instant due,
      Instant createdAt,
      @Nullable Instant settledAt,
      @Nullable String reference,
      String note,
      @Nullable String url,
      @Nullable String off) {}

  /**
   * An attempt, or a mark in the history.
   *
   * @param verdict of an outcome; {@code INTERRUPTED} when the process ended before an answer was
   *     stored; {@code REPLAYED} where a person had it sent anew
   * @param status the receiver's HTTP status; 0 when there was none
   * @param answer the first 4 KiB, secrets masked
   */
  public record Attempt(
      Instant at, Duration took, String verdict, int status, String reason, String answer) {}

  /** The newest first. */
  public List<Row> list(Wanted wanted, int most) {
    return database.write(handle -> SqlDeliveryRows.find(handle, wanted, most));
  }

  /** Every attempt of a delivery, oldest first. */
  public List<Attempt> attempts(String deliveryId) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT at, took_ms, verdict, status, reason, answer FROM attempt WHERE"
                        + " delivery = (SELECT number FROM delivery WHERE id = ?) ORDER BY id")
                .bind(0, deliveryId)
                .map(
                    (row, context) ->
                        new Attempt(
                            Instant.ofEpochMilli(row.getLong(1)),
                            Duration.ofMillis(row.getLong(2)),
                            row.getString(3),
                            row.getInt(4),
                            row.getString(5),
                            row.getString(6)))
                .list());
  }

  /**
   * Has deliveries sent again, under the same ids, and their destinations switched on, as is the
   * one that is named, even if nothing is sent again to it. What the hub has in hand is left alone.
   *
   * @return those that will be sent
   */
  public List<Row> replay(Wanted wanted, Instant now) {
    return database.write(
        handle -> {
          List<Row> replayed = new ArrayList<>();
          for (Row row : SqlDeliveryRows.find(handle, wanted, Integer.MAX_VALUE)) {
            if (replay(handle, row, now)) {
              replayed.add(row);
            }
          }
          Stream.concat(
                  replayed.stream().map(Row::destinationId),
                  Stream.ofNullable(wanted.destinationId()))
              .distinct()
              .forEach(destination -> SqlLanes.reopen(handle, destination, now));
          return replayed;
        });
  }

  private static boolean replay(Handle handle, Row row, Instant now) {
    long millis = now.toEpochMilli();
    int changed =
        handle.execute(
            "UPDATE delivery SET state = 'pending', attempts = 0, interrupted = 0, due_at = ?,"
                + " settled_at = NULL"
                + " WHERE id = ? AND claimed = 0",
            millis,
            row.id());
    if (changed > 0) {
      handle.execute(
          "INSERT INTO attempt (delivery, at, took_ms, verdict, status, reason, answer) SELECT"
              + " number, ?, 0, ?, 0, 'sent anew on request', '' FROM delivery WHERE id = ?",
          millis,
          REPLAYED,
          row.id());
    }
    return changed > 0;
  }

  /**
   * Removes attempts, and deliveries that arrived, older than a time. What waits or is dead stays
   * until it arrives. What arrived stays as long as a copy of its story may come, which must find
   * that it was told.
   *
   * @return how many rows went
   */
  public int prune(Instant before, Instant now) {
    Instant told = now.minus(SqlStories.WINDOW);
    Instant arrived = before.isBefore(told) ? before : told;
    return remove(
            "DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE at < ? LIMIT ?)", before)
        + remove(
            "DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE settled_at < ? AND"
                + " state = 'delivered' LIMIT ?)",
            arrived)
        + remove(
            "DELETE FROM parcel WHERE id IN (SELECT id FROM parcel p WHERE made_at < ? AND NOT"
                + " EXISTS (SELECT 1 FROM delivery d WHERE d.brief_id = p.id) LIMIT ?)",
            arrived)
        + remove(
            "DELETE FROM round_up_entry WHERE (subscription_id, brief_id) IN (SELECT"
                + " subscription_id, brief_id FROM round_up_entry e WHERE added_at < ? AND"
                + " parcel_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.id ="
                + " e.parcel_id) LIMIT ?)",
            arrived);
  }

  private int remove(String sql, Instant before) {
    int all = 0;
    int removed;
    do {
      removed = database.write(handle -> handle.execute(sql, before.toEpochMilli(), BATCH));
      all += removed;
    } while (removed == BATCH);
    return all;
  }
}
