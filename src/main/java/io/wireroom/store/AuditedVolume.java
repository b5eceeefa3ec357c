package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.storage.VolumeForm;
import io.wireroom.deliver.storage.VolumeKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A file of many briefs that was stored, as the audit sees it.
 *
 * @param briefs how many it had when it was last stored from here
 */
public record AuditedVolume(String destinationId, VolumeKey name, int briefs) {

  /** Those of days since a time, and the indexes. */
  public static List<AuditedVolume> all(Store store, Instant since) {
    String day = LocalDate.ofInstant(since, ZoneOffset.UTC).toString();
    return store
        .database()
        .write(
            handle ->
                handle
                    .createQuery(
                        "SELECT destination_id, key, form, day, briefs FROM volume WHERE briefs > 0"
                            + " AND (form = 'index' OR day >= ?) ORDER BY destination_id, key")
                    .bind(0, day)
                    .map(
                        (row, context) ->
                            new AuditedVolume(
                                row.getString(1),
                                new VolumeKey(
                                    row.getString(2),
                                    VolumeForm.of(row.getString(3)),
                                    row.getString(4)),
                                row.getInt(5)))
                    .list());
  }

  /** Hands over every brief of the state, whatever its age. */
  public static void eachBrief(Store store, Consumer<Brief> consumer) {
    String last = "";
    while (true) {
      String after = last;
      List<Brief> page = store.database().write(handle -> page(handle, after));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(consumer);
      last = page.get(page.size() - 1).id();
    }
  }

  /** Hands over every round-up and notice of the state. */
  public static void eachParcel(Store store, Consumer<Content> consumer) {
    List<String> ids =
        store
            .database()
            .write(
                handle -> handle.createQuery("SELECT id FROM parcel").mapTo(String.class).list());
    for (String id : ids) {
      ParcelRows.Packed packed = store.database().write(handle -> ParcelRows.find(handle, id));
      if (packed != null) {
        consumer.accept(packed.unpack());
      }
    }
  }

  private static List<Brief> page(Handle handle, String after) {
    return handle
        .createQuery("SELECT document FROM brief WHERE id > ? ORDER BY id LIMIT 200")
        .bind(0, after)
        .mapTo(String.class)
        .stream()
        .map(document -> BriefJson.read(document.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
