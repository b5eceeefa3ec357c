package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Lanes;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Publication;
import io.wireroom.deliver.Report;
import io.wireroom.story.StoryRule;
import io.wireroom.subscribe.Selection;
import io.wireroom.subscribe.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Briefs, and what is owed of them, as rows. Thread-safe. */
public final class SqlOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(SqlOutbox.class);
  private static final int LANES_AT_ONCE = 64;

  /** What one claim looks at, at most, so that it does not keep the others' writes waiting. */
  private static final int MOST_LANES = 1024;

  /** A lane with no room left is looked at again when an attempt of its ends, or after this. */
  private static final Duration NAP = Duration.ofMillis(250);

  /** One that only waits for a place that it shares with others is not told when that is free. */
  private static final Duration BLINK = Duration.ofMillis(50);

  private final Database database;
  private final SqlItems items;
  private final StoryRule rule;
  private final SqlPublications publications;
  private final FeedRows feeds = new FeedRows();
  private final Lanes lanes;
  private final SqlLanes laneRows = new SqlLanes();
  private final SqlDeliveries deliveries = new SqlDeliveries();
  private final Claims claims;
  private final Clock clock;
  private final Map<String, Long> inHand = new ConcurrentHashMap<>();
  private volatile Map<String, Destination> destinations = Map.of();

  /**
   * @param capacity how many deliveries are in hand at once
   */
  public SqlOutbox(Store store, SqlItems items, StoryRule rule, int capacity, Clock clock) {
    this.database = store.database();
    this.items = items;
    this.rule = rule;
    this.publications = new SqlPublications(items, rule, feeds);
    this.lanes = new Lanes(capacity, clock);
    this.claims = new Claims(capacity);
    this.clock = clock;
    int interrupted = database.write(handle -> deliveries.release(handle));
    if (interrupted > 0) {
      LOG.warn("interrupted deliveries={}: they may have arrived and are sent again", interrupted);
    }
  }

  /** Says what the config's destinations are; what waits for others is kept, and not sent. */
  public void configure(List<Destination> configured) {
    destinations =
        configured.stream()
            .collect(Collectors.toUnmodifiableMap(Destination::id, Function.identity()));
    database.write(handle -> laneRows.configure(handle, configured, clock.instant()));
  }

  /** Says who wants what from now on; what was published before is owed to no new wish. */
  public void subscribe(List<Subscription> subscriptions) {
    Instant now = clock.instant();
    database.write(
        handle ->
            SqlWishes.configure(handle, subscriptions, now)
                + RoundUpRows.configure(handle, subscriptions, now));
  }

  /**
   * Says where notices to the operators go from now on.
   *
   * @param destinationId one of those configured; null for nowhere
   */
  public void notify(@Nullable String destinationId) {
    database.write(handle -> NoticeRows.configure(handle, destinationId));
  }

  /**
   * Says what the subscriptions' feeds show from now on.
   *
   * @param idle ids of subscriptions that get nothing for now; their feeds stay as they are
   */
  public void feeds(List<Selection> live, Set<String> idle) {
    database.write(
        handle -> {
          feeds.configure(handle, live, idle, clock.instant());
          return true;
        });
  }

  @Override
  public void publish(Publication publication) {
    String outcome =
        database.write(
            handle ->
                publications.publish(handle, publication, this::takesUpdates, clock.instant()));
    if (outcome != null) {
      items.release(publication.article().item());
      Brief brief = publication.brief();
      LOG.info(
          "brief id={} item={} source={} status={} deliveries={} note=\"{}\"",
          brief.id(),
          brief.itemId(),
          brief.origin().sourceId(),
          brief.status().word(),
          outcome.isEmpty() ? publication.deliveries().size() : 0,
          outcome);
    }
  }

  /** Whether an update of a story goes there; one that is not known now may take it later. */
  private boolean takesUpdates(String destinationId) {
    Destination destination = destinations.get(destinationId);
    return switch (rule.updates()) {
      case THREAD -> destination == null || destination.threads() || !destination.readByPeople();
      case SEND -> true;
      case DROP -> false;
    };
  }

  @Override
  public List<Letter> claim() {
    return claims.claim(
        room -> {
          List<SqlDeliveries.Due> due = database.write(handle -> claim(handle, room));
          List<Letter> letters = new ArrayList<>();
          for (SqlDeliveries.Due each : due) {
            Letter letter = letter(each);
            if (letter != null) {
              inHand.put(each.delivery().id(), each.number());
              lanes.begin(each.destination());
              letters.add(letter);
            }
          }
          return letters;
        });
  }

  /** A row whose content can't be read would be claimed for ever: it is set aside instead. */
  private @Nullable Letter letter(SqlDeliveries.Due due) {
    try {
      return new Letter(
          due.delivery(),
          due.destination(),
          due.content(),
          due.claimedAt(),
          due.thread(),
          due.interrupted());
    } catch (RuntimeException e) {
      String why = "what it carries, " + due.delivery().briefId() + ", can't be read: " + e;
      LOG.error("unreadable delivery={}", due.delivery().id(), e);
      Outcome outcome = new Outcome(Verdict.REJECTED, why, 0, "", null, null);
      Instant now = clock.instant();
      database.write(
          handle ->
              deliveries.settle(
                  handle, due.number(), due.delivery(), due.claimedAt(), outcome, null, now));
      return null;
    }
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    claims.close();
  }

  /** How many are claimed and not settled. */
  public int inHand() {
    return claims.inHand();
  }

  /** Whether a delivery is in hand, or due before a time to a destination that takes it by then. */
  public boolean busy(Instant soon) {
    return claims.busy(() -> database.write(handle -> laneRows.busy(handle, soon)));
  }

  private List<SqlDeliveries.Due> claim(Handle handle, int room) {
    Instant now = clock.instant();
    List<SqlDeliveries.Due> claimed = new ArrayList<>();
    int unproven = 0;
    for (int looked = 0; looked < MOST_LANES; looked += LANES_AT_ONCE) {
      List<String> due = laneRows.due(handle, now, LANES_AT_ONCE);
      for (String id : due) {
        Destination destination = destinations.get(id);
        if (destination == null) {
          laneRows.unknown(handle, id);
          continue;
        }
        if (claimed.size() == room) {
          return claimed;
        }
        int before = claimed.size();
        claimed.addAll(claim(handle, destination, room - before, unproven, now));
        unproven += lanes.proven(destination) ? 0 : claimed.size() - before;
      }
      if (due.size() < LANES_AT_ONCE) {
        break;
      }
    }
    return claimed;
  }

  private List<SqlDeliveries.Due> claim(
      Handle handle, Destination destination, int room, int unproven, Instant now) {
    int free = lanes.free(destination, unproven);
    List<SqlDeliveries.Due> due =
        free == 0 ? List.of() : deliveries.claim(handle, destination, now, Math.min(free, room));
    Instant next = lanes.next(destination, due.size());
    boolean full = due.size() == free && !next.isAfter(now);
    Duration nap = lanes.crowded(destination, unproven + due.size()) ? BLINK : NAP;
    laneRows.sleep(handle, destination.id(), full ? now.plus(nap) : next);
    return due;
  }

  @Override
  public void settle(Letter letter, Outcome outcome) {
    Delivery delivery = letter.delivery();
    Long number = inHand.remove(delivery.id());
    if (number == null) {
      return;
    }
    // Before the rows say so: whoever is woken by them must find the place free.
    lanes.end(letter.destination(), works(outcome));
    String off;
    try {
      off = database.write(handle -> settle(handle, number, letter, outcome));
    } catch (RuntimeException e) {
      lanes.begin(letter.destination());
      inHand.put(delivery.id(), number);
      throw e;
    }
    claims.release();
    LOG.info(
        "attempt delivery={} destination={} brief={} verdict={} status={} reason=\"{}\"",
        delivery.id(),
        delivery.destinationId(),
        delivery.briefId(),
        outcome.verdict(),
        outcome.status(),
        outcome.reason());
    if (off != null) {
      LOG.error("destination-off destination={} reason=\"{}\"", delivery.destinationId(), off);
    }
  }

  private @Nullable String settle(Handle handle, long number, Letter letter, Outcome outcome) {
    Instant now = clock.instant();
    Delivery delivery = letter.delivery();
    Instant again = Backoff.next(delivery, outcome, now);
    if (!deliveries.settle(handle, number, delivery, letter.attemptAt(), outcome, again, now)) {
      return null;
    }
    if (outcome.verdict() == Verdict.DELIVERED && letter.content() instanceof Report report) {
      SqlVolumes.owe(handle, letter.destination(), report.brief(), now);
    }
    return laneRows.settled(handle, delivery.destinationId(), outcome, now);
  }

  private static boolean works(Outcome outcome) {
    return outcome.verdict() == Verdict.DELIVERED || outcome.verdict() == Verdict.REJECTED;
  }
}
