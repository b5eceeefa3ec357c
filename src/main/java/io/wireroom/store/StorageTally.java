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
}
