package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Lanes;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Publication;
import io.wireroom.story.StoryRule;
import io.wireroom.subscribe.Selection;
import io.wireroom.subscribe.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Briefs, and what is owed of them, as rows. Thread-safe. */
public final class SqlOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(SqlOutbox.class);

  private final Database database;
  private final SqlItems items;
  private final SqlPublications publications;
  private final FeedRows feeds = new FeedRows();
  private final Lanes lanes;
  private final SqlLanes laneRows = new SqlLanes();
  private final SqlDeliveries deliveries = new SqlDeliveries();
  private final LaneSweep sweep;
  private final Settlement settlement = new Settlement(deliveries);
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
    this.publications = new SqlPublications(items, rule, feeds);
    this.lanes = new Lanes(capacity, clock);
    this.sweep = new LaneSweep(lanes, laneRows, deliveries);
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
            handle -> publications.publish(handle, publication, destinations, clock.instant()));
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

  @Override
  public List<Letter> claim() {
    return claims.claim(
        room -> {
          List<DueDelivery> due =
              database.write(handle -> sweep.claim(handle, destinations, room, clock.instant()));
          List<Letter> letters = new ArrayList<>();
          for (DueDelivery each : due) {
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
  private @Nullable Letter letter(DueDelivery due) {
    try {
      return due.letter();
    } catch (RuntimeException e) {
      LOG.error("unreadable delivery={}", due.delivery().id(), e);
      Instant now = clock.instant();
      database.write(handle -> settlement.setAside(handle, due, e, now));
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

  @Override
  public void settle(Letter letter, Outcome outcome) {
    Delivery delivery = letter.delivery();
    Long number = inHand.remove(delivery.id());
    if (number == null) {
      return;
    }
    // Before the rows say so: whoever is woken by them must find the place free.
    lanes.end(letter.destination(), outcome.receiverWorks());
    String off;
    try {
      off =
          database.write(
              handle -> settlement.settle(handle, number, letter, outcome, clock.instant()));
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
}
