package io.wireroom.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything since a time: the facts of the closing table.
 *
 * @param sources that were polled
 * @param items that were worked on
 * @param lanes destinations that have or had something to get
 * @param volumes files of many briefs that are not complete
 */
public record Tally(
    List<SourceRow> sources, List<ItemRow> items, List<LaneRow> lanes, List<VolumeRow> volumes) {

  /**
   * @param fresh items seen for the first time
   * @param next when it is polled again; null when it is not
   * @param note why the poll failed; empty when it did not
   */
  public record SourceRow(String id, int fresh, @Nullable Instant next, String note) {}

  /**
   * An item that did not become a brief of its own.
   *
   * @param state {@code new} (it is tried again), {@code done} (it was merged) or {@code failed}
   */
  public record ItemRow(
      String sourceId, String link, String state, @Nullable Instant due, String outcome) {}

  /**
   * @param delivered since the time
   * @param pending waiting, however long
   * @param dead since the time
   * @param next when the next waiting one is tried; null when none waits or it is off
   * @param note the last failure; empty when there was none
   */
  public record LaneRow(
      String destinationId,
      int delivered,
      int pending,
      int dead,
      @Nullable Instant next,
      @Nullable String off,
      String note) {}

  /**
   * @param missing how many briefs are not in it yet
   * @param next when it is written again
   * @param note the last failure; empty when there was none
   */
  public record VolumeRow(
      String destinationId, String key, int missing, Instant next, String note) {}

  /** Whether anything failed and is kept for the next run, or for a person. */
  public boolean troubled() {
    return unread()
        || !volumes.isEmpty()
        || lanes.stream().anyMatch(lane -> lane.pending() + lane.dead() > 0 || lane.off() != null);
  }

  /** Whether a source or an article could not be read. */
  public boolean unread() {
    return sources.stream().anyMatch(source -> !source.note().isEmpty())
        || items.stream().anyMatch(item -> !item.state().equals("done"));
  }

  /** Reads the tally of what happened since a time. */
  public static Tally since(Store store, Instant since) {
    return store.database().write(handle -> read(handle, since.toEpochMilli()));
  }

  private static Tally read(Handle handle, long since) {
    return new Tally(
        sources(handle, since),
        items(handle, since),
        lanes(handle, since),
        StorageTally.volumes(handle));
  }

  private static List<SourceRow> sources(Handle handle, long since) {
    return handle
        .createQuery(
            "SELECT id, gone, next_poll, note, (SELECT COUNT(*) FROM item i WHERE i.source_id ="
                + " source.id AND i.seen_at >= :since AND i.state <> 'skipped') FROM source WHERE"
                + " tried_at >= :since AND gone <> 2 ORDER BY id")
        .bind("since", since)
        .map(
            (row, context) ->
                new SourceRow(
                    row.getString(1),
                    row.getInt(5),
                    row.getInt(2) == 0 ? Instant.ofEpochMilli(row.getLong(3)) : null,
                    row.getString(4)))
        .list();
  }

  private static List<ItemRow> items(Handle handle, long since) {
    return handle
        .createQuery(
            "SELECT source_id, link, state, due_at, outcome FROM item WHERE seen_at >= :since AND"
                + " outcome <> '' AND state <> 'skipped' OR state = 'new' ORDER BY source_id, link")
        .bind("since", since)
        .map(
            (row, context) ->
                new ItemRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(3).equals("new") ? Instant.ofEpochMilli(row.getLong(4)) : null,
                    row.getString(5)))
        .list();
  }

  /** Grouped by no column of an index, which would be read whole: only what is new is. */
  private static List<LaneRow> lanes(Handle handle, long since) {
    return handle
        .createQuery(
            "SELECT l.destination_id, COALESCE(s.delivered, 0), COALESCE(w.pending, 0),"
                + " COALESCE(s.dead, 0), w.due, l.off_reason, COALESCE(w.note, s.note, '') FROM"
                + " lane l LEFT JOIN (SELECT destination_id || '' AS destination_id, SUM(state ="
                + " 'delivered') AS delivered,"
                + " SUM(state = 'dead') AS dead, MAX(CASE WHEN state = 'dead' THEN note END) AS"
                + " note FROM delivery WHERE settled_at >= :since GROUP BY 1) s ON"
                + " s.destination_id = l.destination_id LEFT JOIN (SELECT destination_id, COUNT(*)"
                + " AS pending, MIN(due_at) AS due, MAX(NULLIF(note, '')) AS note FROM delivery"
                + " WHERE state = 'pending' GROUP BY destination_id) w ON w.destination_id ="
                + " l.destination_id ORDER BY l.destination_id")
        .bind("since", since)
        .map(
            (row, context) -> {
              long due = row.getLong(5);
              boolean waits = !row.wasNull() && row.getString(6) == null;
              return new LaneRow(
                  row.getString(1),
                  row.getInt(2),
                  row.getInt(3),
                  row.getInt(4),
                  waits ? Instant.ofEpochMilli(due) : null,
                  row.getString(6),
                  row.getString(7));
            })
        .list();
  }
}
