package io.wireroom.store;

import io.wireroom.net.HostGate;
import io.wireroom.net.RetryAfter;
import io.wireroom.poll.Poll;
import io.wireroom.poll.PollSchedule;
import io.wireroom.poll.Source;
import io.wireroom.poll.Sources;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources as rows. Thread-safe. */
public final class SqlSources implements Sources {

  private static final Logger LOG = LoggerFactory.getLogger(SqlSources.class);

  /** How many of the due sources are looked at for each that there is room for. */
  private static final int CHOICE = 4;

  private final Database database;
  private final HostGate gate;
  private final RetryAfter.Scope scope;
  private final PollRows polls;
  private final Claims claims;
  private final int batch;
  private final Clock clock;
  private final Due due;
  private final DueSources dueSources;
  private final Map<String, Map<String, String>> headers = new HashMap<>();

  /** What makes a source due. */
  public enum Due {
    /** The service's own schedule. */
    BY_SCHEDULE("next_poll <= :now"),
    /**
     * Whatever the source allows, once since this was opened: a scheduler outside sets the pace.
     */
    WHEN_ALLOWED("not_before <= :now AND tried_at < :opened");

    final String condition;

    Due(String condition) {
      this.condition = condition;
    }
  }

  /**
   * @param scope whom a source's Retry-After holds besides
   * @param capacity how many sources are in hand at once; more are claimed when half of them are
   *     done with
   */
  public SqlSources(
      Store store, HostGate gate, RetryAfter.Scope scope, Due due, int capacity, Clock clock) {
    this.database = store.database();
    this.gate = gate;
    this.scope = scope;
    this.polls = new PollRows(scope, clock);
    this.claims = new Claims(capacity);
    this.batch = Math.max(1, capacity / 2);
    this.due = due;
    this.clock = clock;
    this.dueSources = new DueSources(due, clock.instant(), headers);
  }

  /**
   * Makes the rows say what the config says: new sources come in, one with a new address starts
   * afresh, and one that is no longer listed is not polled any more.
   */
  public void configure(List<Source> sources) {
    sources.forEach(source -> headers.put(source.id(), source.headers()));
    database.write(
        handle -> {
          handle.execute("UPDATE source SET gone = 2 WHERE gone = 0");
          sources.forEach(source -> SourceRows.configure(handle, source, scope.of(source.url())));
          PolledHubs.leaveUnpolled(handle, clock.instant());
          return due == Due.BY_SCHEDULE ? spread(handle) : 0;
        });
  }

  /** The first polls of many new sources, spread over the first minutes in no order. */
  private int spread(Handle handle) {
    List<String> fresh =
        handle
            .createQuery("SELECT id FROM source WHERE next_poll = 0 AND gone = 0 ORDER BY random()")
            .mapTo(String.class)
            .list();
    PreparedBatch batch = handle.prepareBatch("UPDATE source SET next_poll = ? WHERE id = ?");
    for (int i = 0; i < fresh.size(); i++) {
      Instant first = PollSchedule.first(clock.instant(), i, fresh.size());
      batch.add(first.toEpochMilli(), fresh.get(i));
    }
    return fresh.isEmpty() ? 0 : batch.execute().length;
  }

  @Override
  public List<Source> claim() {
    return claims.claim(
        batch,
        room -> {
          List<Source> polite = new ArrayList<>();
          Map<String, Instant> queued = new LinkedHashMap<>();
          for (Source candidate :
              database.write(handle -> dueSources.find(handle, clock.millis(), room * CHOICE))) {
            if (polite.size() == room) {
              break;
            } else if (gate.enter(candidate.address())) {
              polite.add(candidate);
            } else {
              queued.put(candidate.id(), gate.queue(candidate.address()));
            }
          }
          if (!polite.isEmpty() || !queued.isEmpty()) {
            database.write(handle -> DueSources.mark(handle, polite, queued));
          }
          return polite;
        });
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    claims.close();
  }

  /** How many are claimed and not settled. */
  public int inHand() {
    return claims.inHand();
  }

  /** Whether a source is in hand or due. */
  public boolean busy() {
    return claims.busy(() -> database.write(handle -> dueSources.any(handle, clock.millis())));
  }

  @Override
  public boolean record(Poll poll) {
    int fresh = database.write(handle -> polls.record(handle, poll));
    if (fresh >= 0) {
      gate.leave(poll.source().address());
      claims.release();
      log(poll, fresh);
    }
    return fresh > 0;
  }

  private static void log(Poll poll, int fresh) {
    LOG.info(
        "poll source={} result={} items={} new={} next={} note=\"{}\"",
        poll.source().id(),
        poll.result(),
        poll.items().size(),
        fresh,
        poll.next(),
        poll.note());
    if (poll.moved()) {
      LOG.warn(
          "moved source={} from={} to={} note=\"polled there from now on; give the config its new"
              + " address\"",
          poll.source().id(),
          poll.source().url(),
          poll.state().movedTo());
    }
  }
}
