package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.Volume;
import io.wireroom.deliver.storage.VolumeForm;
import io.wireroom.deliver.storage.VolumeKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The rows of files that hold many briefs. A brief is owed to its files from the transaction in
 * which it is delivered until the one in which a file that contains it is stored.
 */
final class SqlVolumes {

  /** Whatever comes within this time goes into a file by one write. */
  static final Duration GATHER = Duration.ofMinutes(1);

  /** What one write adds at most; the rest follows at once. */
  static final int MOST_BRIEFS = 500;

  private SqlVolumes() {}

  /** A file, as its row says. */
  record Row(String destinationId, VolumeKey name, int stored, int failures) {}

  /** A brief that was delivered has to get into its files; into those that have it, again. */
  static void owe(Handle handle, Destination destination, Brief brief, Instant now) {
    if (!(destination instanceof StorageDestination storage) || !storage.volumes().wanted()) {
      return;
    }
    for (VolumeKey name : VolumeKey.of(storage, brief)) {
      handle.execute(
          "INSERT INTO volume_brief (destination_id, key, brief_id) VALUES (?, ?, ?) ON CONFLICT"
              + " DO NOTHING",
          storage.id(),
          name.key(),
          brief.id());
      wake(handle, storage.id(), name, now.plus(GATHER));
    }
  }

  /** A file has to be written again, by this time at the latest. */
  static void wake(Handle handle, String destinationId, VolumeKey name, Instant at) {
    handle.execute(
        "INSERT INTO volume (destination_id, key, form, day, due_at) VALUES (?, ?, ?, ?, ?) ON"
            + " CONFLICT (destination_id, key) DO UPDATE SET due_at = COALESCE(volume.due_at,"
            + " excluded.due_at)",
        destinationId,
        name.key(),
        name.form().word(),
        name.day(),
        at.toEpochMilli());
  }

  /**
   * Files of a destination that is not switched off, days first, longest overdue first.
   *
   * @param fresh how late those may be due that have not failed; the others are due now or not
   */
  static List<Row> due(Handle handle, String destinationId, Instant now, Instant fresh) {
    return handle
        .createQuery(
            "SELECT key, form, day, briefs, failures FROM volume v WHERE destination_id = :id AND"
                + " due_at <= CASE WHEN failures = 0 THEN :fresh ELSE :now END AND NOT EXISTS"
                + " (SELECT 1 FROM lane l WHERE l.destination_id = v.destination_id AND"
                + " l.off_reason IS NOT NULL) ORDER BY form = 'index', due_at")
        .bind("id", destinationId)
        .bind("now", now.toEpochMilli())
        .bind("fresh", fresh.toEpochMilli())
        .map(
            (row, context) ->
                new Row(
                    destinationId,
                    new VolumeKey(
                        row.getString(1), VolumeForm.of(row.getString(2)), row.getString(3)),
                    row.getInt(4),
                    row.getInt(5)))
        .list();
  }

  /** The documents of briefs that a file lacks, oldest first. */
  static List<String> documents(Handle handle, Row row) {
    return handle
        .createQuery(
            "SELECT b.document FROM volume_brief o JOIN brief b ON b.id = o.brief_id WHERE"
                + " o.destination_id = ? AND o.key = ? ORDER BY b.made_at LIMIT ?")
        .bind(0, row.destinationId())
        .bind(1, row.name().key())
        .bind(2, MOST_BRIEFS)
        .mapTo(String.class)
        .list();
  }

  /** All files of days that a destination has from here, for its index. */
  static List<Volume.DayFile> files(Handle handle, String destinationId) {
    return handle
        .createQuery(
            "SELECT key, form, day, briefs FROM volume WHERE destination_id = ? AND form <>"
                + " 'index' AND briefs > 0")
        .bind(0, destinationId)
        .map(
            (row, context) ->
                new Volume.DayFile(
                    new VolumeKey(
                        row.getString(1), VolumeForm.of(row.getString(2)), row.getString(3)),
                    row.getInt(4)))
        .list();
  }

  /** A file was stored with these briefs; what came meanwhile is gathered for the next time. */
  static void stored(Handle handle, Volume volume, int briefs, Instant now) {
    String id = volume.destination().id();
    String key = volume.name().key();
    for (Brief brief : volume.briefs()) {
      handle.execute(
          "DELETE FROM volume_brief WHERE destination_id = ? AND key = ? AND brief_id = ?",
          id,
          key,
          brief.id());
    }
    boolean full = volume.briefs().size() >= MOST_BRIEFS;
    handle.execute(
        "UPDATE volume SET briefs = ?, failures = 0, note = '', due_at = CASE WHEN EXISTS (SELECT"
            + " 1 FROM volume_brief WHERE destination_id = ? AND key = ?) THEN ? ELSE NULL END"
            + " WHERE destination_id = ? AND key = ?",
        briefs,
        id,
        key,
        full ? now.toEpochMilli() : now.plus(GATHER).toEpochMilli(),
        id,
        key);
    if (volume.name().form() != VolumeForm.INDEX && volume.destination().volumes().index()) {
      wake(handle, id, VolumeKey.index(), now);
    }
  }

  /** A file could not be written. */
  static void failed(Handle handle, Volume volume, String note, Instant again) {
    handle.execute(
        "UPDATE volume SET failures = failures + 1, note = ?, due_at = ? WHERE destination_id = ?"
            + " AND key = ?",
        note,
        again.toEpochMilli(),
        volume.destination().id(),
        volume.name().key());
  }
}
