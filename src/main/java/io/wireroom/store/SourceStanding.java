package io.wireroom.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param url as in the config
 * @param movedTo where it is polled instead; null when it never moved
 * @param polledAt its last good answer; null when there was none
 * @param failingSince null while polls succeed
 * @param failures in a row
 * @param next when the service polls it; null when it does not
 * @param note why the last poll failed; empty when it did not
 * @param hub the hub that pushes its news; null when none was asked
 */
public record SourceStanding(
    String id,
    String url,
    @Nullable String movedTo,
    Condition condition,
    @Nullable Instant polledAt,
    @Nullable Instant failingSince,
    int failures,
    @Nullable Instant next,
    String note,
    @Nullable Hub hub) {

  /** How it fares. */
  public enum Condition {
    /** Not polled yet. */
    NEW,
    OK,
    /** Its last poll failed; it is tried again. */
    FAILING,
    /** It said that it has ended; only a person can start it again. */
    GONE
  }

  /**
   * What is arranged with its hub.
   *
   * @param state {@code wanted}, {@code asked} or {@code active}
   * @param endsAt when the hub stops unless it is asked again; null when it never began
   * @param note why the last request to it came to nothing; empty when it did not
   */
  public record Hub(String url, String state, @Nullable Instant endsAt, String note) {}

  /** All sources of the config, those that need a person first, then those that fail. */
  public static List<SourceStanding> all(Store store) {
    return store.database().write(SourceStanding::all);
  }

  private static List<SourceStanding> all(Handle handle) {
    return handle
        .createQuery(
            "SELECT s.id, s.url, s.moved_to, s.gone, s.polled_at, s.failing_since, s.failures,"
                + " s.tried_at, s.next_poll, s.note, l.hub, l.state, l.ends_at, l.note AS hub_note"
                + " FROM source s LEFT JOIN hub_lease l ON l.source_id = s.id AND l.state <>"
                + " 'leaving' WHERE s.gone <> 2 ORDER BY s.gone DESC, s.failures > 0 DESC, s.id")
        .map((row, context) -> read(row))
        .list();
  }

  private static SourceStanding read(ResultSet row) throws SQLException {
    boolean gone = row.getInt("gone") == 1;
    int failures = row.getInt("failures");
    Condition condition =
        gone
            ? Condition.GONE
            : failures > 0
                ? Condition.FAILING
                : row.getLong("tried_at") == 0 ? Condition.NEW : Condition.OK;
    String hub = row.getString("hub");
    return new SourceStanding(
        row.getString("id"),
        row.getString("url"),
        row.getString("moved_to"),
        condition,
        Rows.time(row, "polled_at"),
        Rows.time(row, "failing_since"),
        failures,
        gone ? null : Rows.time(row, "next_poll"),
        row.getString("note"),
        hub == null
            ? null
            : new Hub(
                hub, row.getString("state"), Rows.time(row, "ends_at"), row.getString("hub_note")));
  }

  /** How many sources are in a condition; for the metrics. */
  public static int count(Store store, Condition condition) {
    String where =
        switch (condition) {
          case NEW -> "gone = 0 AND failures = 0 AND tried_at = 0";
          case OK -> "gone = 0 AND failures = 0 AND tried_at > 0";
          case FAILING -> "gone = 0 AND failures > 0";
          case GONE -> "gone = 1";
        };
    return count(store, "SELECT COUNT(*) FROM source WHERE " + where);
  }

  /** How many hubs push now. */
  public static int pushed(Store store) {
    return count(store, "SELECT COUNT(*) FROM hub_lease WHERE state = 'active'");
  }

  private static int count(Store store, String query) {
    return store.database().write(handle -> handle.createQuery(query).mapTo(Integer.class).one());
  }

  /** As messages and metrics write a condition. */
  public static String word(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }
}
