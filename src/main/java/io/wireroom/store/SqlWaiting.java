package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be sent, for people. Thread-safe; works beside a running hub. */
public final class SqlWaiting {

  private final Database database;

  public SqlWaiting(Store store) {
    this.database = store.database();
  }

  /**
   * A delivery that waits.
   *
   * @param headline of its brief, or the title of its round-up or notice
   * @param url of its article; null for a round-up or a notice
   * @param sourceId null for a round-up or a notice
   * @param since when it came to be owed
   */
  public record Owed(
      String id,
      String destinationId,
      String subscriptionId,
      String headline,
      @Nullable String url,
      @Nullable String sourceId,
      Instant since) {}

  /**
   * Briefs that wait for a round-up.
   *
   * @param next when it is due
   */
  public record Gathering(String destinationId, String subscriptionId, int briefs, Instant next) {}

  /** By destination, the oldest first. */
  public List<Owed> owed() {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT d.id, d.destination_id, d.subscription_id, d.created_at, b.document,"
                        + " p.title FROM delivery d LEFT JOIN brief b ON b.id = d.brief_id LEFT"
                        + " JOIN parcel p ON p.id = d.brief_id WHERE d.state = 'pending' ORDER BY"
                        + " d.destination_id, d.created_at, d.id")
                .map((row, context) -> owed(row))
                .list());
  }

  /** By destination, those with something in them. */
  public List<Gathering> gathering() {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT r.destination_id, r.subscription_id, COUNT(*), r.next_at FROM round_up"
                        + " r JOIN round_up_entry e ON e.subscription_id = r.subscription_id WHERE"
                        + " e.parcel_id IS NULL GROUP BY r.destination_id, r.subscription_id,"
                        + " r.next_at ORDER BY r.destination_id, r.subscription_id")
                .map(
                    (row, context) ->
                        new Gathering(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            Instant.ofEpochMilli(row.getLong(4))))
                .list());
  }

  private static Owed owed(ResultSet row) throws SQLException {
    String document = row.getString("document");
    Brief brief =
        document == null ? null : BriefJson.read(document.getBytes(StandardCharsets.UTF_8));
    String title = row.getString("title");
    return new Owed(
        row.getString("id"),
        row.getString("destination_id"),
        row.getString("subscription_id"),
        brief != null ? brief.headline() : title == null ? "(gone)" : title,
        brief == null ? null : brief.origin().url(),
        brief == null ? null : brief.origin().sourceId(),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
