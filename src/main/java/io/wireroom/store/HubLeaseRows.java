package io.wireroom.store;

import io.wireroom.poll.HubOffer;
import io.wireroom.poll.Poll;
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
import org.jspecify.annotations.Nullable;

/** Subscriptions at hubs as their rows, and what the polls of their sources mean for them. */
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
        new Term(time(row, "since"), time(row, "ends_at")),
        new PushTrust(
            Level.valueOf(row.getString("trust").toUpperCase(Locale.ROOT)), time(row, "pushed_at")),
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

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
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
        millis(after.term().since()),
        millis(after.term().endsAt()),
        millis(after.trust().pushedAt()),
        after.note(),
        after.id());
    if (before.state() == State.ACTIVE && after.state() != State.ACTIVE) {
      pollSoon(handle, after.sourceId(), now);
    }
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

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  /** The hub is asked to stop, if it pushes; one that does not has nothing to be asked. */
  static void leave(Handle handle, HubLease lease, Instant now) {
    if (lease.running(now)) {
      write(handle, lease, lease.leaving(now), now);
    } else if (lease.state() != State.LEAVING) {
      handle.execute("DELETE FROM hub_lease WHERE id = ?", lease.id());
    }
  }

  /** Hubs stop pushing for sources that are not polled any more, or begin anew elsewhere. */
  static int leaveUnpolled(Handle handle, Instant now) {
    List<HubLease> left =
        where(
            handle,
            "state <> ? AND source_id NOT IN (SELECT id FROM source WHERE gone = 0 AND polled_at IS"
                + " NOT NULL)",
            word(State.LEAVING));
    left.forEach(lease -> leave(handle, lease, now));
    return left.size();
  }

  /**
   * What a poll means for the source's hub, and the hub for the source's next poll.
   *
   * @param fresh how many of its items were new
   */
  static void polled(Handle handle, Poll poll, int fresh, Instant now) {
    String id = poll.source().id();
    List<HubLease> leases = where(handle, "source_id = ? AND state <> 'leaving'", id);
    if (poll.result() == Poll.Result.GONE) {
      leases.forEach(lease -> leave(handle, lease, now));
    } else if (poll.offer() != null && !offered(handle, id, leases, poll.offer(), now)) {
      return;
    } else if (poll.result() != Poll.Result.FAILED && poll.source().every() == null) {
      where(handle, "source_id = ? AND state <> 'leaving'", id)
          .forEach(lease -> rest(handle, lease, poll, fresh, now));
    }
  }

  /** Whether what is offered is what the hub was asked for already. */
  private static boolean offered(
      Handle handle, String sourceId, List<HubLease> leases, HubOffer offer, Instant now) {
    boolean known = false;
    for (HubLease lease : leases) {
      boolean same = offer.hubs().contains(lease.hub()) && lease.topic().equals(offer.topic());
      known |= same;
      if (!same) {
        leave(handle, lease, now);
      } else if (!lease.offered(offer.hubs()).equals(lease)) {
        write(handle, lease, lease.offered(offer.hubs()), now);
      }
    }
    if (!known && !offer.hubs().isEmpty()) {
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
    return known;
  }

  private static void rest(Handle handle, HubLease lease, Poll poll, int fresh, Instant now) {
    if (!lease.running(now)) {
      return;
    }
    HubLease after = fresh > 0 ? lease.foundByPoll(poll.source().state().polledAt(), now) : lease;
    if (!after.equals(lease)) {
      write(handle, lease, after, now);
    }
    if (after.good(now)) {
      Instant next = PollSchedule.rested(now, poll.next(), poll.state().quiet());
      handle.execute(
          "UPDATE source SET next_poll = ? WHERE id = ? AND next_poll < ?",
          next.toEpochMilli(),
          poll.source().id(),
          next.toEpochMilli());
    }
  }
}
