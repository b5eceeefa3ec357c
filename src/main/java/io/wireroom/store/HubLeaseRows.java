package io.wireroom.store;

import io.wireroom.poll.HubOffer;
import io.wireroom.poll.PollSchedule;
import io.wireroom.poll.websub.HubContact;
import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.HubLease.State;
import io.wireroom.poll.websub.HubRound;
import io.wireroom.poll.websub.PushTrust;
import io.wireroom.poll.websub.PushTrust.Level;
import io.wireroom.poll.websub.Term;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Subscriptions at hubs as their rows. */
final class HubLeaseRows {

  private static final String SELECT =
      "SELECT id, source_id, hub, topic, token, callback, secret, state, trust, failures, due_at,"
          + " since, ends_at, pushed_at, note, others FROM hub_lease WHERE ";

  private HubLeaseRows() {}

  /**
   * @param condition with one place for a value
   */
  static List<HubLease> where(Handle handle, String condition, Object value) {
    return handle
        .createQuery(SELECT + condition)
        .bind(0, value)
        .map((row, context) -> read(row))
        .list();
  }

  static Optional<HubLease> find(Handle handle, long id) {
    return where(handle, "id = ?", id).stream().findAny();
  }

  private static HubLease read(ResultSet row) throws SQLException {
    return new HubLease(
        row.getLong("id"),
        row.getString("source_id"),
        new HubRound(URI.create(row.getString("hub")), addresses(row.getString("others"))),
        URI.create(row.getString("topic")),
        contact(row),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("failures"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        new Term(Rows.time(row, "since"), Rows.time(row, "ends_at")),
        new PushTrust(
            Level.valueOf(row.getString("trust").toUpperCase(Locale.ROOT)),
            Rows.time(row, "pushed_at")),
        row.getString("note"));
  }

  private static HubContact contact(ResultSet row) throws SQLException {
    String callback = row.getString("callback");
    return callback == null
        ? HubContact.NONE
        : new HubContact(row.getString("token"), URI.create(callback), row.getString("secret"));
  }

  private static List<URI> addresses(String bySpaces) {
    return bySpaces.isEmpty()
        ? List.of()
        : Stream.of(bySpaces.split(" ")).map(URI::create).toList();
  }

  private static String bySpaces(List<URI> addresses) {
    return addresses.stream().map(URI::toString).collect(Collectors.joining(" "));
  }

  /** Writes what a subscription became; its source is polled soon if the hub's pushing is over. */
  static void write(Handle handle, HubLease before, HubLease after, Instant now) {
    handle.execute(
        "UPDATE hub_lease SET hub = ?, others = ?, token = NULLIF(?, ''), callback = NULLIF(?, ''),"
            + " secret = NULLIF(?, ''), state = ?, trust = ?, failures = ?, due_at = ?, since = ?,"
            + " ends_at = ?, pushed_at = ?, note = ? WHERE id = ?",
        after.hub().toString(),
        bySpaces(after.hubs().others()),
        after.contact().token(),
        after.contact().callback().toString(),
        after.contact().secret(),
        word(after.state()),
        word(after.trust().level()),
        after.failures(),
        after.due().toEpochMilli(),
        Rows.millis(after.term().since()),
        Rows.millis(after.term().endsAt()),
        Rows.millis(after.trust().pushedAt()),
        after.note(),
        after.id());
    if (before.state() == State.ACTIVE && after.state() != State.ACTIVE) {
      pollSoon(handle, after.sourceId(), now);
    }
  }

  /** A subscription that is wanted now at the first hub of an offer. */
  static void insert(Handle handle, String sourceId, HubOffer offer, Instant now) {
    handle.execute(
        "INSERT INTO hub_lease (source_id, hub, others, topic, state, due_at) VALUES (?, ?, ?, ?,"
            + " ?, ?)",
        sourceId,
        offer.hubs().get(0).toString(),
        bySpaces(offer.hubs().subList(1, offer.hubs().size())),
        offer.topic().toString(),
        word(State.WANTED),
        now.toEpochMilli());
  }

  /** Not before the source allows it. */
  static void pollSoon(Handle handle, String sourceId, Instant now) {
    long soon = PollSchedule.soon(now, sourceId).toEpochMilli();
    handle.execute(
        "UPDATE source SET next_poll = CASE WHEN not_before > ? THEN not_before ELSE ? END WHERE id"
            + " = ? AND next_poll > ?",
        soon,
        soon,
        sourceId,
        soon);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
