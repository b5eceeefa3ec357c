package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.net.HostGate;
import io.wireroom.story.StoryRule;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A hub's outbox, as far as a test of the commands beside it needs one. */
public final class DeliveryRows implements AutoCloseable {

  private final Store store;
  private final SqlOutbox outbox;
  private int made;

  public DeliveryRows(String url) {
    Clock clock = Clock.systemUTC();
    store = Store.open(url);
    SqlItems items = new SqlItems(store, new HostGate(1, Duration.ZERO, clock), 1, clock);
    outbox = new SqlOutbox(store, items, new StoryRule(StoryRule.Merge.OFF), 8, clock);
    new Backlog(store);
    URI receiver = URI.create("https://receiver.example/");
    outbox.configure(
        List.of(
            new WebhookDestination(
                "crm", new Destination.Lane(0, 4), receiver, List.of(), Map.of(), "brief")));
  }

  /** The id of a delivery that waits, for a long time yet. */
  public String waiting(String destination) {
    String id = String.format("%016x", ++made * 0x9E3779B97F4A7C15L);
    store
        .database()
        .write(
            handle ->
                handle.execute(
                    "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state,"
                        + " due_at, created_at) VALUES (?, ?, 's', 'b', 'pending', ?, 1)",
                    id,
                    destination,
                    Long.MAX_VALUE));
    return id;
  }

  /** The id of a delivery that was rejected. */
  public String dead(String destination) {
    String id = waiting(destination);
    store
        .database()
        .write(
            handle ->
                handle.execute(
                        "UPDATE delivery SET state = 'dead', settled_at = 2, due_at = 2 WHERE id ="
                            + " ?",
                        id)
                    + handle.execute(
                        "INSERT INTO attempt (delivery, at, took_ms, verdict, status, reason,"
                            + " answer) SELECT number, 2, 5, 'REJECTED', 422, 'answered 422', 'no"
                            + " such field' FROM delivery WHERE id = ?",
                        id));
    return id;
  }

  public void switchOff(String destination) {
    store
        .database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE lane SET off_reason = 'gone' WHERE destination_id = ?", destination));
  }

  /** The ids of what the hub claims. */
  public List<String> claim() {
    return outbox.claim().stream().map(letter -> letter.delivery().id()).toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
