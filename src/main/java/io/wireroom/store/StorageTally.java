package io.wireroom.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the closing table says of folders and buckets. */
final class StorageTally {

  private StorageTally() {}

  /** Files that lack something, of destinations that are not switched off. */
  static List<Tally.VolumeRow> volumes(Handle handle) {
    return handle
        .createQuery(
            "SELECT v.destination_id, v.key, (SELECT COUNT(*) FROM volume_brief o WHERE"
                + " o.destination_id = v.destination_id AND o.key = v.key), v.due_at, v.note FROM"
                + " volume v JOIN lane l ON l.destination_id = v.destination_id WHERE v.due_at IS"
                + " NOT NULL AND l.off_reason IS NULL ORDER BY v.destination_id, v.key")
        .map(
            (row, context) ->
                new Tally.VolumeRow(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    Instant.ofEpochMilli(row.getLong(4)),
                    row.getString(5)))
        .list();
  }

  /** What was found to be lacking since a time; of one that is off, its reason says enough. */
  static List<Tally.Lack> lacks(Handle handle, long since) {
    return handle
        .createQuery(
            "SELECT p.destination_id, p.lacks FROM probe p JOIN lane l ON l.destination_id ="
                + " p.destination_id WHERE p.lacks <> '' AND p.at >= ? AND l.off_reason IS NULL"
                + " ORDER BY p.destination_id")
        .bind(0, since)
        .map((row, context) -> new Tally.Lack(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .flatMap(
            each -> each.what().lines().map(line -> new Tally.Lack(each.destinationId(), line)))
        .toList();
  }
}
