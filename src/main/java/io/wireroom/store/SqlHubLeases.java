package io.wireroom.store;

import io.wireroom.net.HostGate;
import io.wireroom.poll.Source;
import io.wireroom.poll.websub.HubAnswer;
import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.HubLease.State;
import io.wireroom.poll.websub.HubLeases;
import io.wireroom.poll.websub.PushReader;
import io.wireroom.poll.websub.Pushed;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscriptions at hubs as rows. Thread-safe. */
public final class SqlHubLeases implements HubLeases, PushReader.Sources {

  private static final Logger LOG = LoggerFactory.getLogger(SqlHubLeases.class);
  private static final int TOKEN_BYTES = 20;

  /** The W3C allows less than 200 bytes; in hex this is 64. */
  private static final int SECRET_BYTES = 32;

  private static final int IN_HAND = 16;

  private final Database database;
  private final HostGate gate;
  private final @Nullable URI callbacks;
  private final SecureRandom random;
  private final Clock clock;
  private final Claims claims = new Claims(IN_HAND);

  /**
   * @param store its sources are configured already
   * @param callbacks the address that callbacks begin with; null when hubs can't call us
   */
  public SqlHubLeases(
      Store store, HostGate gate, @Nullable URI callbacks, SecureRandom random, Clock clock) {
    this.database = store.database();
    this.gate = gate;
    this.callbacks = callbacks;
    this.random = random;
    this.clock = clock;
    database.write(this::begin);
  }

  /**
   * What was pushed while the hub was not running is lost, so the sources are soon polled. A hub
   * that was given another address can't be told to stop, and is asked anew.
   */
  private int begin(Handle handle) {
    Instant now = clock.instant();
    HubLeaseRows.where(handle, "state = ?", "active")
        .forEach(lease -> HubLeaseRows.pollSoon(handle, lease.sourceId(), now));
    List<HubLease> elsewhere =
        HubLeaseRows.where(handle, "token <> ?", "").stream()
            .filter(lease -> !lease.contact().callback().equals(address(lease.contact().token())))
            .toList();
    for (HubLease lease : elsewhere) {
      handle.execute("DELETE FROM hub_lease WHERE id = ? AND state = 'leaving'", lease.id());
      handle.execute(
          "UPDATE hub_lease SET state = 'wanted', trust = 'good', token = NULL, callback = NULL,"
              + " secret = NULL, failures = 0, due_at = ?, since = NULL, ends_at = NULL, note = ''"
              + " WHERE id = ?",
          now.toEpochMilli(),
          lease.id());
    }
    return elsewhere.size();
  }

  private @Nullable URI address(String token) {
    return callbacks == null ? null : callbacks.resolve(token);
  }

  @Override
  public List<HubLease> claim() {
    return callbacks == null ? List.of() : claims.claim(this::claim);
  }

  private List<HubLease> claim(int room) {
    long now = clock.millis();
    List<HubLease> polite = new ArrayList<>();
    String due = "claimed = 0 AND due_at <= ? ORDER BY due_at LIMIT " + room;
    for (HubLease lease : database.write(handle -> HubLeaseRows.where(handle, due, now))) {
      if (gate.enter(lease.hub())) {
        Optional<HubLease> begun = database.write(handle -> begin(handle, lease));
        begun.ifPresentOrElse(polite::add, () -> gate.leave(lease.hub()));
      } else {
        Instant place = gate.queue(lease.hub());
        database.write(
            handle ->
                handle.execute(
                    "UPDATE hub_lease SET due_at = ? WHERE id = ? AND due_at = ?",
                    place.toEpochMilli(),
                    lease.id(),
                    lease.due().toEpochMilli()));
      }
    }
    return polite;
  }

  /** Empty when it has changed since it was looked for, or is over. */
  private Optional<HubLease> begin(Handle handle, HubLease seen) {
    Instant now = clock.instant();
    Optional<HubLease> current = HubLeaseRows.find(handle, seen.id());
    if (current.isEmpty() || !current.get().equals(seen)) {
      return Optional.empty();
    } else if (seen.over(now)) {
      handle.execute("DELETE FROM hub_lease WHERE id = ?", seen.id());
      return Optional.empty();
    }
    if (seen.unanswered(now)) {
      HubLeaseRows.write(handle, seen, seen.elsewhere(now), now);
      return Optional.empty();
    }
    if (seen.contact().token().isEmpty()) {
      String token = random(TOKEN_BYTES);
      handle.execute(
          "UPDATE hub_lease SET token = ?, callback = ?, secret = ? WHERE id = ?",
          token,
          String.valueOf(address(token)),
          random(SECRET_BYTES),
          seen.id());
    }
    handle.execute("UPDATE hub_lease SET claimed = 1 WHERE id = ?", seen.id());
    HubLease named = HubLeaseRows.find(handle, seen.id()).orElseThrow();
    HubLease begun = named.begun(now);
    HubLeaseRows.write(handle, named, begun, now);
    return Optional.of(begun);
  }

  private String random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void record(HubAnswer answer) {
    HubLease asked = answer.lease();
    Instant now = clock.instant();
    database.write(
        handle -> {
          handle.execute("UPDATE hub_lease SET claimed = 0 WHERE id = ?", asked.id());
          HubLeaseRows.find(handle, asked.id())
              .ifPresent(
                  lease ->
                      HubLeaseRows.write(handle, lease, lease.answered(asked, answer, now), now));
          return true;
        });
    gate.leave(asked.hub());
    claims.release();
    LOG.info(
        "hub source={} hub={} state={} accepted={} note=\"{}\"",
        asked.sourceId(),
        asked.hub().getHost(),
        asked.state(),
        answer.accepted(),
        answer.note());
  }

  @Override
  public Optional<HubLease> find(String token) {
    return token.isEmpty()
        ? Optional.empty()
        : database.write(handle -> HubLeaseRows.where(handle, "token = ?", token)).stream()
            .findAny();
  }

  @Override
  public void change(HubLease lease, UnaryOperator<HubLease> change) {
    Optional<HubLease> changed =
        database.write(
            handle -> {
              Optional<HubLease> now = HubLeaseRows.find(handle, lease.id());
              Optional<HubLease> after = now.map(change).filter(each -> !each.equals(now.get()));
              after.ifPresent(each -> HubLeaseRows.write(handle, now.get(), each, clock.instant()));
              return after;
            });
    changed.ifPresent(
        after ->
            LOG.info(
                "hub source={} hub={} state={} ends={} note=\"{}\"",
                after.sourceId(),
                after.hub().getHost(),
                after.state(),
                after.term().endsAt(),
                after.note()));
  }

  @Override
  public void remove(HubLease lease) {
    database.write(handle -> handle.execute("DELETE FROM hub_lease WHERE id = ?", lease.id()));
    LOG.info("hub source={} hub={} state=LEFT", lease.sourceId(), lease.hub().getHost());
  }

  @Override
  public Optional<Source> source(HubLease lease) {
    return database.write(handle -> SourceRows.polled(handle, lease.sourceId()));
  }

  @Override
  public boolean take(Pushed pushed) {
    int fresh = database.write(handle -> take(handle, pushed));
    LOG.info(
        "push source={} result={} items={} new={} note=\"{}\"",
        pushed.lease().sourceId(),
        pushed.thin() ? "THIN" : "READ",
        pushed.items().size(),
        fresh,
        pushed.note());
    return fresh > 0;
  }

  private int take(Handle handle, Pushed pushed) {
    Instant now = clock.instant();
    Optional<HubLease> lease =
        HubLeaseRows.find(handle, pushed.lease().id())
            .filter(each -> each.state() != State.LEAVING);
    if (lease.isEmpty()) {
      return 0;
    }
    HubLeaseRows.write(handle, lease.get(), lease.get().pushed(pushed.thin(), now), now);
    if (pushed.thin()) {
      pollNow(handle, lease.get().sourceId(), now);
    }
    return pushed.items().stream()
        .mapToInt(item -> PollRows.insert(handle, item, false, clock.instant()))
        .sum();
  }

  /**
   * There is news, so how long the last answer was to be good for does not count any more; what a
   * host asked for that was asked too often does, and so does a back-off.
   */
  private static void pollNow(Handle handle, String sourceId, Instant now) {
    handle.execute(
        "UPDATE source SET not_before = ?, next_poll = ? WHERE id = ? AND failures = 0 AND gone = 0"
            + " AND next_poll > ?",
        now.toEpochMilli(),
        now.toEpochMilli(),
        sourceId,
        now.toEpochMilli());
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    claims.close();
  }
}
