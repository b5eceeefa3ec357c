package io.wireroom.store;

import io.wireroom.subscribe.Subscription;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Since when each subscription has wanted what it wants. */
final class SqlWishes {

  private SqlWishes() {}

  /** One that is new, or wants something else than before, wants it from now on. */
  static int configure(Handle handle, List<Subscription> subscriptions, Instant now) {
    Map<String, String> known = new HashMap<>();
    handle
        .createQuery("SELECT subscription_id, content FROM wish")
        .map((row, context) -> known.put(row.getString(1), row.getString(2)))
        .list();
    for (Subscription subscription : subscriptions) {
      String content = subscription.destinationId() + "\n" + subscription.filter().canonical();
      if (!content.equals(known.remove(subscription.id()))) {
        handle.execute(
            "INSERT INTO wish (subscription_id, content, since) VALUES (?, ?, ?) ON CONFLICT"
                + " (subscription_id) DO UPDATE SET content = excluded.content, since ="
                + " excluded.since",
            subscription.id(),
            content,
            now.toEpochMilli());
      }
    }
    known.keySet().forEach(id -> handle.execute("DELETE FROM wish WHERE subscription_id = ?", id));
    return subscriptions.size();
  }

  /** When each subscription began to want what it wants, by its id. */
  static Map<String, Long> since(Handle handle) {
    Map<String, Long> since = new HashMap<>();
    handle
        .createQuery("SELECT subscription_id, since FROM wish")
        .map((row, context) -> since.put(row.getString(1), row.getLong(2)))
        .list();
    return since;
  }
}
