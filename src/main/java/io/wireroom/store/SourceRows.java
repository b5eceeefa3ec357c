package io.wireroom.store;

import io.wireroom.poll.Poll;
import io.wireroom.poll.QuietTimes;
import io.wireroom.poll.Source;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A source as its row, there and back. */
final class SourceRows {

  static final String COLUMNS =
      "id, url, settings, title, moved_to, etag, last_modified, body_hash, same_bodies,"
          + " ttl_minutes, skip_hours, skip_days, failures, polled_at, entries_a_week";

  private SourceRows() {}

  /**
   * @param headers of its requests, which are in no row since they may hold secrets
   */
  static Source read(ResultSet row, Map<String, Map<String, String>> headers) throws SQLException {
    String id = row.getString("id");
    String moved = row.getString("moved_to");
    int ttl = row.getInt("ttl_minutes");
    Integer ttlMinutes = row.wasNull() ? null : ttl;
    Source.State state =
        new Source.State(
            row.getString("title"),
            moved == null ? null : URI.create(moved),
            row.getString("etag"),
            row.getString("last_modified"),
            row.getString("body_hash"),
            row.getInt("same_bodies"),
            ttlMinutes,
            new QuietTimes(row.getInt("skip_hours"), row.getInt("skip_days")),
            row.getInt("failures"),
            Rows.time(row, "polled_at"),
            row.getDouble("entries_a_week"));
    return SourceJson.read(
        id,
        row.getString("url"),
        row.getString("settings"),
        headers.getOrDefault(id, Map.of()),
        state);
  }

  /** A source that is polled; without what its requests carry. */
  static Optional<Source> polled(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM source WHERE id = ? AND gone = 0")
        .bind(0, id)
        .map((row, context) -> read(row, Map.of()))
        .findOne();
  }

  /**
   * Makes the row of a source say what the config says. What was learnt of it stays as long as its
   * address stays; its validators stay as long as it is read in the same way.
   */
  static void configure(Handle handle, Source source, @Nullable String site) {
    String url = source.url().toString();
    String settings = SourceJson.write(source);
    handle.execute("DELETE FROM source WHERE id = ? AND url <> ?", source.id(), url);
    handle.execute(
        "UPDATE source SET etag = NULL, last_modified = NULL, body_hash = NULL, next_poll = 0"
            + " WHERE id = ? AND settings <> ?",
        source.id(),
        settings);
    handle.execute(
        "INSERT INTO source (id, url, settings, site) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO"
            + " UPDATE SET settings = excluded.settings, wait_until = 0, site = CASE WHEN"
            + " source.moved_to IS NULL OR excluded.site IS NULL THEN excluded.site ELSE"
            + " source.site END, gone = CASE WHEN source.gone = 1 THEN 1 ELSE 0 END",
        source.id(),
        url,
        settings,
        site);
  }

  /**
   * The source's new state and times; it is free to be claimed again. Times that are later already
   * were set by another source's Retry-After while this one was in hand.
   */
  static void write(Handle handle, Poll poll, @Nullable String site, long now) {
    Source.State state = poll.state();
    handle.execute(
        "UPDATE source SET claimed = 0, tried_at = ?, title = ?, moved_to = ?, etag = ?,"
            + " last_modified = ?, body_hash = ?, same_bodies = ?, ttl_minutes = ?, skip_hours = ?,"
            + " skip_days = ?, failures = ?,"
            + " polled_at = ?, entries_a_week = ?, not_before = CASE WHEN not_before > ?"
            + " THEN not_before ELSE ? END, next_poll = CASE WHEN not_before > ? THEN not_before"
            + " ELSE ? END, site = ?,"
            + " gone = CASE WHEN ? THEN 1 ELSE gone END, failing_since = CASE WHEN ? THEN NULL"
            + " ELSE COALESCE(failing_since, ?) END, note = ? WHERE id = ?",
        now,
        state.title(),
        state.movedTo() == null ? null : state.movedTo().toString(),
        state.etag(),
        state.lastModified(),
        state.bodyHash(),
        state.sameBodies(),
        state.ttlMinutes(),
        state.quiet().hours(),
        state.quiet().days(),
        state.failures(),
        Rows.millis(state.polledAt()),
        state.entriesAWeek(),
        millis(poll.notBefore()),
        millis(poll.notBefore()),
        millis(poll.next()),
        millis(poll.next()),
        site,
        poll.result() == Poll.Result.GONE,
        state.failures() == 0,
        now,
        poll.note(),
        poll.source().id());
  }

  private static long millis(Instant at) {
    return at.equals(Instant.MAX) ? Long.MAX_VALUE : at.toEpochMilli();
  }
}
