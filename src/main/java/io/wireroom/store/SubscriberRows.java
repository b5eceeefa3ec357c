package io.wireroom.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.web.Subscriber;
import io.wireroom.web.Subscriber.Status;
import io.wireroom.web.Wish;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of the subscriptions made by the API. */
final class SubscriberRows {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SubscriberRows() {}

  static List<Subscriber> all(Handle handle) {
    return handle
        .createQuery(
            "SELECT s.id, s.url, s.wish, s.format, s.secret, s.status, s.note, s.created_at,"
                + " l.off_reason, l.warned, l.failing_since FROM subscriber s LEFT JOIN lane l ON l.destination_id = s.id"
                + " ORDER BY s.created_at, s.id")
        .map((row, context) -> read(row))
        .list();
  }

  /** Off is not stored: it is told by the lane, which knows why. */
  static int put(Handle handle, Subscriber subscriber) {
    Status status = subscriber.status() == Status.OFF ? Status.ACTIVE : subscriber.status();
    return handle.execute(
        "INSERT INTO subscriber (id, url, wish, format, secret, status, note, created_at) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET url = excluded.url, wish ="
            + " excluded.wish, format = excluded.format, status = excluded.status, note ="
            + " excluded.note",
        subscriber.id(),
        subscriber.url().toString(),
        write(subscriber.wish()),
        subscriber.format().word(),
        subscriber.secret(),
        status.word(),
        subscriber.status() == Status.OFF ? "" : subscriber.note(),
        subscriber.createdAt().toEpochMilli());
  }

  /** Removes one, with its lane; what waits for it is given up. */
  static int remove(Handle handle, String id, Instant now) {
    int removed = handle.execute("DELETE FROM subscriber WHERE id = ?", id);
    if (removed > 0) {
      handle.execute(
          "UPDATE delivery SET state = 'dead', settled_at = ?, note = 'its subscription was"
              + " removed' WHERE destination_id = ? AND state = 'pending' AND claimed = 0",
          now.toEpochMilli(),
          id);
      handle.execute("DELETE FROM lane WHERE destination_id = ?", id);
    }
    return removed;
  }

  private static Subscriber read(ResultSet row) throws SQLException {
    Status status = Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    @Nullable String off = row.getString("off_reason");
    boolean isOff = status == Status.ACTIVE && off != null;
    return new Subscriber(
        row.getString("id"),
        URI.create(row.getString("url")),
        wish(row.getString("id"), row.getString("wish")),
        Subscriber.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
        row.getString("secret"),
        isOff ? Status.OFF : status,
        isOff ? off : note(row),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  /** Its owner learns that it is about to be switched off when the operators do. */
  private static String note(ResultSet row) throws SQLException {
    if (row.getInt("warned") == 0) {
      return row.getString("note");
    }
    return "it has only failed since "
        + Instant.ofEpochMilli(row.getLong("failing_since"))
        + "; after five days it is switched off";
  }

  private static String write(Wish wish) {
    ObjectNode node = JSON.createObjectNode();
    wish.tags().forEach(node.putArray("tags")::add);
    wish.any().forEach(node.putArray("any")::add);
    wish.all().forEach(node.putArray("all")::add);
    wish.none().forEach(node.putArray("none")::add);
    wish.sources().forEach(node.putArray("sources")::add);
    wish.language().forEach(node.putArray("language")::add);
    return node.toString();
  }

  private static Wish wish(String id, String document) {
    try {
      JsonNode node = JSON.readTree(document);
      return new Wish(
          ItemJson.strings(node.path("tags")),
          ItemJson.strings(node.path("any")),
          ItemJson.strings(node.path("all")),
          ItemJson.strings(node.path("none")),
          ItemJson.strings(node.path("sources")),
          ItemJson.strings(node.path("language")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row of subscriber " + id + " does not hold JSON", e);
    }
  }
}
