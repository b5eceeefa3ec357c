package io.wireroom.store;

import io.wireroom.poll.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds the sources that are due, and marks what is made of them. */
final class DueSources {

  private final SqlSources.Due due;
  private final long openedAt;
  private final Map<String, Map<String, String>> headers;

  /**
   * @param openedAt since when one that is polled whenever it allows it is polled once
   * @param headers of the config, by the sources' ids; what comes in later counts too
   */
  DueSources(SqlSources.Due due, Instant openedAt, Map<String, Map<String, String>> headers) {
    this.due = due;
    this.openedAt = openedAt.toEpochMilli();
    this.headers = headers;
  }

  /** Whether there is any. */
  boolean any(Handle handle, long now) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM source WHERE claimed = 0 AND gone = 0 AND "
                + due.condition
                + ")")
        .bind("now", now)
        .bind("opened", openedAt)
        .mapTo(Boolean.class)
        .one();
  }

  /** Those that may be polled now, longest overdue first. */
  List<Source> find(Handle handle, long now, int most) {
    return handle
        .createQuery(
            "SELECT "
                + SourceRows.COLUMNS
                + " FROM source WHERE claimed = 0 AND gone = 0 AND wait_until <= :now AND "
                + due.condition
                + " ORDER BY next_poll LIMIT :most")
        .bind("now", now)
        .bind("opened", openedAt)
        .bind("most", most)
        .map((row, context) -> SourceRows.read(row, headers))
        .list();
  }

  /**
   * Marks those that are in hand now, and those that wait for their host.
   *
   * @param queued when each may be polled, by its id
   */
  static int mark(Handle handle, List<Source> claimed, Map<String, Instant> queued) {
    if (!claimed.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch("UPDATE source SET claimed = 1 WHERE id = ?");
      claimed.forEach(source -> batch.add(source.id()));
      batch.execute();
    }
    if (!queued.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch("UPDATE source SET wait_until = ? WHERE id = ?");
      queued.forEach((id, place) -> batch.add(place.toEpochMilli(), id));
      batch.execute();
    }
    return claimed.size();
  }
}
