package io.wireroom.store;

import io.wireroom.net.HostGate;
import io.wireroom.poll.Source;
import io.wireroom.poll.websub.HubAnswer;
import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.HubLeases;
import io.wireroom.poll.websub.PushReader;
import io.wireroom.poll.websub.Pushed;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
  private static final int IN_HAND = 16;

  private final Database database;
  private final HostGate gate;
  private final HubContacts contacts;
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
    this.contacts = new HubContacts(callbacks, random);
    this.clock = clock;
    database.write(this::begin);
  }

  /** What was pushed while the hub was not running is lost, so the sources are soon polled. */
  private int begin(Handle handle) {
    Instant now = clock.instant();
    HubLeaseRows.where(handle, "state = ?", "active")
        .forEach(lease -> HubLeaseRows.pollSoon(handle, lease.sourceId(), now));
    return contacts.forgetOthers(handle, now);
  }

  @Override
  public List<HubLease> claim() {
    return contacts.callable() ? claims.claim(this::claim) : List.of();
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
      contacts.introduce(handle, seen);
    }
    handle.execute("UPDATE hub_lease SET claimed = 1 WHERE id = ?", seen.id());
    HubLease named = HubLeaseRows.find(handle, seen.id()).orElseThrow();
    HubLease begun = named.begun(now);
    HubLeaseRows.write(handle, named, begun, now);
    return Optional.of(begun);
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
    int fresh = database.write(handle -> PushRows.take(handle, pushed, clock));
    LOG.info(
        "push source={} result={} items={} new={} note=\"{}\"",
        pushed.lease().sourceId(),
        pushed.thin() ? "THIN" : "READ",
        pushed.items().size(),
        fresh,
        pushed.note());
    return fresh > 0;
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    claims.close();
  }
}
