package io.wireroom.store;

import io.wireroom.net.HostGate;
import io.wireroom.poll.Item;
import io.wireroom.poll.Poll;
import io.wireroom.poll.Source;
import io.wireroom.poll.Sources;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources as rows. Thread-safe. */
public final class SqlSources implements Sources {

  private static final Logger LOG = LoggerFactory.getLogger(SqlSources.class);

  private final Database database;
  private final HostGate gate;
  private final Claims claims;
  private final Clock clock;
  private final Due due;
  private final Instant openedAt;
  private final Map<String, Map<String, String>> headers = new HashMap<>();

  /** What makes a source due. */
  public enum Due {
    /** The service's own schedule. */
    BY_SCHEDULE("next_poll <= ? AND tried_at < ?"),
    /**
     * Whatever the source allows, once since this was opened: a scheduler outside sets the pace.
     */
    WHEN_ALLOWED("not_before <= ? AND tried_at < ?");

    private final String condition;

    Due(String condition) {
      this.condition = condition;
    }
  }

  /**
   * @param capacity how many sources are in hand at once
   */
  public SqlSources(Store store, HostGate gate, Due due, int capacity, Clock clock) {
    this.database = store.database();
    this.gate = gate;
    this.claims = new Claims(capacity);
    this.due = due;
    this.clock = clock;
    this.openedAt = clock.instant();
  }

  /**
   * Makes the rows say what the config says: new sources come in, one with a new address starts
   * afresh, and one that is no longer listed is not polled any more.
   */
  public void configure(List<Source> sources) {
    sources.forEach(source -> headers.put(source.id(), source.headers()));
    database.write(
        handle -> {
          handle.execute("UPDATE source SET gone = 2 WHERE gone = 0");
          sources.forEach(source -> configure(handle, source));
          return sources.size();
        });
  }

  private static void configure(Handle handle, Source source) {
    String url = source.url().toString();
    handle.execute("DELETE FROM source WHERE id = ? AND url <> ?", source.id(), url);
    handle.execute(
        "INSERT INTO source (id, url, settings) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            + " settings = excluded.settings, gone = CASE WHEN source.gone = 1 THEN 1 ELSE 0 END",
        source.id(),
        url,
        SourceJson.write(source));
  }

  @Override
  public List<Source> claim() {
    return claims.claim(
        room -> {
          List<Source> polite = new ArrayList<>();
          for (Source candidate : database.write(handle -> due(handle, room * 4))) {
            if (polite.size() < room && gate.enter(candidate.address())) {
              polite.add(candidate);
            }
          }
          if (!polite.isEmpty()) {
            database.write(handle -> mark(handle, polite));
          }
          return polite;
        });
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    claims.close();
  }

  /** How many are claimed and not settled. */
  public int inHand() {
    return claims.inHand();
  }

  /** Whether a source is in hand or due. */
  public boolean busy() {
    return claims.busy(() -> !database.write(handle -> due(handle, 1)).isEmpty());
  }

  private List<Source> due(Handle handle, int most) {
    return handle
        .createQuery(
            "SELECT id, url, settings, title, moved_to, etag, last_modified, failures, polled_at,"
                + " entries_a_week FROM source WHERE claimed = 0 AND gone = 0 AND "
                + due.condition
                + " ORDER BY next_poll LIMIT ?")
        .bind(0, clock.millis())
        .bind(1, due == Due.BY_SCHEDULE ? Long.MAX_VALUE : openedAt.toEpochMilli())
        .bind(2, most)
        .map((row, context) -> source(row))
        .list();
  }

  private static int mark(Handle handle, List<Source> sources) {
    PreparedBatch batch = handle.prepareBatch("UPDATE source SET claimed = 1 WHERE id = ?");
    sources.forEach(source -> batch.add(source.id()));
    return batch.execute().length;
  }

  @Override
  public void record(Poll poll) {
    int fresh = database.write(handle -> record(handle, poll));
    if (fresh >= 0) {
      gate.leave(poll.source().address());
      claims.release();
      LOG.info(
          "poll source={} result={} items={} new={} next={} note=\"{}\"",
          poll.source().id(),
          poll.result(),
          poll.items().size(),
          fresh,
          poll.next(),
          poll.note());
    }
  }

  /**
   * @return how many items are new; -1 if this poll was recorded before
   */
  private int record(Handle handle, Poll poll) {
    Source source = poll.source();
    if (handle.execute(
            "UPDATE source SET claimed = 0, tried_at = ? WHERE id = ? AND claimed = 1",
            clock.millis(),
            source.id())
        == 0) {
      return -1;
    }
    boolean first = source.state().polledAt() == null;
    int added = 0;
    for (int i = 0; i < poll.items().size(); i++) {
      boolean skipped = first && i >= source.firstPoll();
      added += insert(handle, poll.items().get(i), skipped);
    }
    Source.State state = poll.state();
    handle.execute(
        "UPDATE source SET title = ?, moved_to = ?, etag = ?, last_modified = ?,"
            + " failures = ?, polled_at = ?, entries_a_week = ?, not_before = ?,"
            + " next_poll = ?, gone = CASE WHEN ? THEN 1 ELSE gone END, note = ? WHERE id = ?",
        state.title(),
        state.movedTo() == null ? null : state.movedTo().toString(),
        state.etag(),
        state.lastModified(),
        state.failures(),
        state.polledAt() == null ? null : state.polledAt().toEpochMilli(),
        state.entriesAWeek(),
        millis(poll.notBefore()),
        millis(poll.next()),
        poll.result() == Poll.Result.GONE,
        poll.note(),
        source.id());
    return added;
  }

  private int insert(Handle handle, Item item, boolean skipped) {
    return handle.execute(
        "INSERT INTO item (id, source_id, link, state, due_at, seen_at, outcome, document)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        item.id(),
        item.sourceId(),
        item.link().toString(),
        skipped ? "skipped" : "new",
        clock.millis(),
        item.seenAt().toEpochMilli(),
        skipped ? "older than the newest that a first poll takes" : "",
        skipped ? null : ItemJson.write(item));
  }

  private Source source(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String moved = row.getString("moved_to");
    long polled = row.getLong("polled_at");
    Instant polledAt = row.wasNull() ? null : Instant.ofEpochMilli(polled);
    Source.State state =
        new Source.State(
            row.getString("title"),
            uri(moved),
            row.getString("etag"),
            row.getString("last_modified"),
            row.getInt("failures"),
            polledAt,
            row.getDouble("entries_a_week"));
    return SourceJson.read(
        id,
        row.getString("url"),
        row.getString("settings"),
        headers.getOrDefault(id, Map.of()),
        state);
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }

  private static long millis(Instant at) {
    return at.equals(Instant.MAX) ? Long.MAX_VALUE : at.toEpochMilli();
  }
}
