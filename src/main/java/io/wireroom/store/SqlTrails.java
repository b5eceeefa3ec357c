package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.subscribe.Subscription;
import io.wireroom.web.Subscriber;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the state knows of one article, for people. Thread-safe; works beside a running hub. */
public final class SqlTrails {

  private final Database database;
  private final SqlDeliveryLog log;

  public SqlTrails(Store store) {
    this.database = store.database();
    this.log = new SqlDeliveryLog(store);
  }

  /**
   * One item of a source.
   *
   * @param state {@code new}, {@code done}, {@code skipped} or {@code failed}
   * @param due when its page is fetched next, while it is new
   * @param outcome why it was skipped, merged, postponed or failed; empty when all went well
   * @param brief null as long as there is none
   * @param published whether the brief goes out; false when its story was told before
   * @param storyId of its brief; null as long as there is none
   */
  public record Trail(
      String itemId,
      String sourceId,
      String link,
      Instant seenAt,
      String state,
      int attempts,
      Instant due,
      String outcome,
      @Nullable Brief brief,
      boolean published,
      @Nullable String storyId) {}

  /** The items whose link, or whose article's own address, is one of these; the newest first. */
  public List<Trail> of(List<String> addresses) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT i.id, i.source_id, i.link, i.seen_at, i.state, i.attempts, i.due_at,"
                        + " i.outcome, b.document, b.published, b.story_id FROM item i LEFT JOIN"
                        + " brief b ON b.id = i.brief_id WHERE i.link IN (<addresses>) OR b.url IN"
                        + " (<addresses>) ORDER BY i.seen_at DESC, i.id LIMIT 20")
                .bindList("addresses", addresses)
                .map((row, context) -> trail(row))
                .list());
  }

  /** Addresses of other briefs of a story, in the order they came. */
  public List<String> alsoTold(String storyId, String briefId) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT url FROM brief WHERE story_id = ? AND id <> ? ORDER BY made_at LIMIT 20")
                .bind(0, storyId)
                .bind(1, briefId)
                .mapTo(String.class)
                .list());
  }

  /** A delivery by its whole id. */
  public Optional<SqlDeliveryLog.Row> delivery(String id) {
    return log.list(new SqlDeliveryLog.Wanted(List.of(id), false, null, null), 1).stream()
        .findFirst();
  }

  /**
   * A brief's place in a subscription's round-ups.
   *
   * @param next when the one that it waits for is due; null when it is in one that was made
   * @param sent the delivery of that one
   */
  public record Round(@Nullable Instant next, Optional<SqlDeliveryLog.Row> sent) {}

  /** Where a brief is among a subscription's round-ups; empty when it is in none. */
  public Optional<Round> round(String briefId, String subscriptionId) {
    RoundUpRows.Place place =
        database.write(handle -> RoundUpRows.places(handle, briefId)).get(subscriptionId);
    if (place == null) {
      return Optional.empty();
    }
    String parcel = place.parcelId();
    return Optional.of(
        parcel == null
            ? new Round(
                database.write(handle -> RoundUpRows.next(handle, subscriptionId)),
                Optional.empty())
            : new Round(null, delivery(Delivery.idOf(parcel, subscriptionId))));
  }

  /** What callbacks subscribed to, by the API, whether they get events now or not. */
  public List<Subscription> subscribers() {
    return database.write(SubscriberRows::all).stream().map(Subscriber::subscription).toList();
  }

  /** Since when a subscription has wanted what it wants; empty when no hub has run with it yet. */
  public Optional<Instant> wantedSince(String subscriptionId) {
    Map<String, Long> since = database.write((Handle handle) -> SqlWishes.since(handle));
    return Optional.ofNullable(since.get(subscriptionId)).map(Instant::ofEpochMilli);
  }

  private static Trail trail(ResultSet row) throws SQLException {
    String document = row.getString("document");
    return new Trail(
        row.getString("id"),
        row.getString("source_id"),
        row.getString("link"),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        row.getString("state"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        row.getString("outcome"),
        document == null ? null : BriefJson.read(document.getBytes(StandardCharsets.UTF_8)),
        row.getBoolean("published"),
        row.getString("story_id"));
  }
}
