package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.subscribe.Digest;
import io.wireroom.subscribe.Subscription;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** When each subscription's next round-up is due, and what waits for it. */
final class RoundUpRows {

  private RoundUpRows() {}

  /**
   * Says who gets round-ups from now on. A schedule that is new, or changed, counts from now. What
   * waits for one that is no longer wanted goes out at once, as its last.
   */
  static int configure(Handle handle, List<Subscription> subscriptions, Instant now) {
    Set<String> gone =
        new HashSet<>(
            handle.createQuery("SELECT subscription_id FROM round_up").mapTo(String.class).list());
    for (Subscription subscription : subscriptions) {
      Digest digest = subscription.digest();
      if (digest != null) {
        gone.remove(subscription.id());
        put(handle, subscription, digest, now);
      }
    }
    for (String id : gone) {
      handle.execute(
          "UPDATE round_up SET closing = 1, next_at = ? WHERE subscription_id = ?",
          now.toEpochMilli(),
          id);
    }
    return gone.size();
  }

  private static void put(Handle handle, Subscription subscription, Digest digest, Instant now) {
    handle.execute(
        "INSERT INTO round_up (subscription_id, destination_id, at, zone, most, last_at, next_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subscription_id) DO UPDATE SET next_at ="
            + " CASE WHEN round_up.at = excluded.at AND round_up.zone = excluded.zone AND"
            + " round_up.closing = 0 THEN round_up.next_at ELSE excluded.next_at END,"
            + " destination_id = excluded.destination_id, at = excluded.at, zone = excluded.zone,"
            + " most = excluded.most, closing = 0",
        subscription.id(),
        subscription.destinationId(),
        digest.at().toString(),
        digest.zone().getId(),
        digest.max(),
        now.toEpochMilli(),
        digest.next(now).toEpochMilli());
  }

  /** When a subscription's next round-up is due; the epoch when it has none. */
  static Instant next(Handle handle, String subscriptionId) {
    return handle
        .createQuery("SELECT next_at FROM round_up WHERE subscription_id = ?")
        .bind(0, subscriptionId)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli)
        .orElse(Instant.EPOCH);
  }

  /** A brief waits for the next round-up. */
  static void add(Handle handle, String subscriptionId, Brief brief) {
    handle.execute(
        "INSERT INTO round_up_entry (subscription_id, brief_id, added_at) VALUES (?, ?, ?) ON"
            + " CONFLICT (subscription_id, brief_id) DO NOTHING",
        subscriptionId,
        brief.id(),
        brief.made().at().toEpochMilli());
  }

  /**
   * A brief of a story that was told before waits for the next round-up, if the story was in none,
   * or if it has news and the story is in one that was made.
   *
   * @return 1 if it waits, else 0
   */
  static int addAnew(Handle handle, String subscriptionId, Brief brief, boolean news) {
    List<Boolean> waiting =
        handle
            .createQuery(
                "SELECT e.parcel_id IS NULL FROM brief b JOIN round_up_entry e ON e.brief_id = b.id"
                    + " WHERE b.story_id = ? AND e.subscription_id = ?")
            .bind(0, brief.storyId())
            .bind(1, subscriptionId)
            .mapTo(Boolean.class)
            .list();
    if (waiting.contains(true) || (!waiting.isEmpty() && !news)) {
      return 0;
    }
    add(handle, subscriptionId, brief);
    return 1;
  }

  /**
   * Where a brief is, for one subscription.
   *
   * @param parcelId the round-up; null while it waits for one
   * @param row the round-up's delivery; null when there is none
   */
  record Place(@Nullable String parcelId, @Nullable AuditRow row) {}

  /** The round-ups that a brief waits for or is in, by subscription. */
  static Map<String, Place> places(Handle handle, String briefId) {
    Map<String, Place> places = new HashMap<>();
    handle
        .createQuery("SELECT subscription_id, parcel_id FROM round_up_entry WHERE brief_id = ?")
        .bind(0, briefId)
        .map(
            (row, context) -> {
              @Nullable String parcel = row.getString(2);
              AuditRow sent =
                  parcel == null
                      ? null
                      : AuditRow.of(handle, parcel).values().stream().findFirst().orElse(null);
              return places.put(row.getString(1), new Place(parcel, sent));
            })
        .list();
    return places;
  }
}
