package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.subscribe.Selection;
import io.wireroom.subscribe.Subscription;
import io.wireroom.subscribe.Subscriptions;
import io.wireroom.web.Subscriber;
import io.wireroom.web.Subscriber.Status;
import io.wireroom.web.Subscribers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who wants what: what the config says, and the rows that the API made. Every change is told to the
 * outbox and seen by the next brief. Thread-safe.
 */
public final class SqlSubscribers implements Subscribers, Subscriptions {

  private final Database database;
  private final SqlOutbox outbox;
  private final SqlDeliveryLog log;
  private final List<Destination> destinations;
  private final List<Subscription> subscriptions;
  private final List<Selection> feedsOnly;
  private final Clock clock;
  private volatile List<Subscription> current = List.of();

  /**
   * @param destinations of the config
   * @param subscriptions of the config
   * @param feedsOnly of the config, those without a destination
   */
  public SqlSubscribers(
      Store store,
      SqlOutbox outbox,
      List<Destination> destinations,
      List<Subscription> subscriptions,
      List<Selection> feedsOnly,
      Clock clock) {
    this.database = store.database();
    this.outbox = outbox;
    this.log = new SqlDeliveryLog(store);
    this.destinations = List.copyOf(destinations);
    this.subscriptions = List.copyOf(subscriptions);
    this.feedsOnly = List.copyOf(feedsOnly);
    this.clock = clock;
    refresh();
  }

  /** What the subscriptions that were made by the API want; for commands beside a running hub. */
  public static List<Subscription> made(Store store) {
    return store.database().write(SubscriberRows::all).stream()
        .map(Subscriber::subscription)
        .toList();
  }

  @Override
  public List<Subscription> current() {
    return current;
  }

  @Override
  public List<Subscriber> all() {
    return database.write(SubscriberRows::all);
  }

  @Override
  public Optional<Subscriber> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findAny();
  }

  @Override
  public void put(Subscriber subscriber) {
    database.write(handle -> SubscriberRows.put(handle, subscriber));
    refresh();
  }

  @Override
  public void reopen(String id) {
    database.write(
        handle -> {
          SqlLanes.reopen(handle, id, clock.instant());
          return true;
        });
  }

  @Override
  public boolean remove(String id) {
    boolean removed =
        database.write(handle -> SubscriberRows.remove(handle, id, clock.instant())) > 0;
    refresh();
    return removed;
  }

  @Override
  public List<Subscriber.Sent> sent(String id, int most) {
    return log.list(new SqlDeliveryLog.Wanted(List.of(), false, null, id), most).stream()
        .map(this::sent)
        .toList();
  }

  private Subscriber.Sent sent(SqlDeliveryLog.Row row) {
    return new Subscriber.Sent(
        row.id(),
        row.briefId(),
        row.state(),
        row.createdAt(),
        row.due(),
        row.note(),
        row.url(),
        log.attempts(row.id()).stream()
            .map(
                each ->
                    new Subscriber.Attempt(
                        each.at(),
                        each.took().toMillis(),
                        each.verdict(),
                        each.status(),
                        each.reason(),
                        each.answer()))
            .toList());
  }

  @Override
  public boolean replay(String id, String deliveryId) {
    SqlDeliveryLog.Wanted wanted = new SqlDeliveryLog.Wanted(List.of(deliveryId), false, null, id);
    boolean whole = log.list(wanted, 2).stream().anyMatch(row -> row.id().equals(deliveryId));
    return whole && !log.replay(wanted, clock.instant()).isEmpty();
  }

  /** Changes come one after another, so that the last one told is the last one made. */
  private synchronized void refresh() {
    List<Destination> everywhere = new ArrayList<>(destinations);
    List<Subscription> wanted = new ArrayList<>(subscriptions);
    Set<String> idle = new HashSet<>();
    for (Subscriber subscriber : all()) {
      if (subscriber.status() == Status.ACTIVE || subscriber.status() == Status.OFF) {
        everywhere.add(subscriber.destination());
        wanted.add(subscriber.subscription());
      } else {
        idle.add(subscriber.id());
      }
    }
    outbox.configure(everywhere);
    outbox.subscribe(wanted);
    outbox.feeds(shown(wanted), idle);
    current = List.copyOf(wanted);
  }

  private List<Selection> shown(List<Subscription> wanted) {
    List<Selection> shown = new ArrayList<>(feedsOnly);
    wanted.forEach(each -> shown.add(new Selection(each.id(), each.filter())));
    return shown;
  }
}
