package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Lanes;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Publication;
import io.wireroom.story.StoryRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Briefs, and what is owed of them, as rows. Thread-safe. */
public final class SqlOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(SqlOutbox.class);
  private static final int LANES_AT_ONCE = 64;

  /** A lane with no room left is looked at again when an attempt of its ends, or after this. */
  private static final Duration NAP = Duration.ofMillis(250);

  private final Database database;
  private final SqlItems items;
  private final SqlStories stories;
  private final Lanes lanes;
  private final SqlLanes laneRows;
  private final Claims claims;
  private final Clock clock;
  private final Map<String, Destination> destinations = new HashMap<>();

  /**
   * @param capacity how many deliveries are in hand at once
   */
  public SqlOutbox(Store store, SqlItems items, StoryRule rule, int capacity, Clock clock) {
    this.database = store.database();
    this.items = items;
    this.stories = new SqlStories(rule);
    this.lanes = new Lanes(clock);
    this.laneRows = new SqlLanes();
    this.claims = new Claims(capacity);
    this.clock = clock;
  }

  /** Says what the config's destinations are; what waits for others is kept, and not sent. */
  public void configure(List<Destination> configured) {
    configured.forEach(destination -> destinations.put(destination.id(), destination));
    database.write(handle -> laneRows.configure(handle, configured));
  }

  @Override
  public void publish(Publication publication) {
    String outcome = database.write(handle -> publish(handle, publication));
    if (outcome != null) {
      items.release(publication.article().item());
      LOG.info(
          "brief id={} item={} source={} status={} deliveries={} note=\"{}\"",
          publication.brief().id(),
          publication.brief().itemId(),
          publication.brief().origin().sourceId(),
          publication.brief().status().word(),
          outcome.isEmpty() ? publication.deliveries().size() : 0,
          outcome);
    }
  }

  /**
   * @return why nothing goes out, empty if something does; null if the item was done before
   */
  private @Nullable String publish(Handle handle, Publication publication) {
    Brief brief = publication.brief();
    if (!items.claimed(handle, brief.itemId())) {
      return null;
    }
    boolean there =
        handle
            .createQuery("SELECT 1 FROM brief WHERE id = ?")
            .bind(0, brief.id())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (there) {
      return done(handle, brief, "the same article as brief " + brief.id());
    }
    SqlStories.Told told = stories.told(handle, publication);
    store(handle, publication, told == null ? brief.storyId() : told.storyId());
    if (told != null) {
      return done(handle, brief, told.how() + " as brief " + told.briefId());
    }
    SqlStories.index(handle, publication);
    for (Delivery delivery : publication.deliveries()) {
      insert(handle, delivery);
    }
    return done(
        handle, brief, publication.deliveries().isEmpty() ? "no subscription wants it" : "");
  }

  private static void store(Handle handle, Publication publication, String storyId) {
    Brief brief = publication.brief();
    handle.execute(
        "INSERT INTO brief (id, item_id, story_id, url, text_hash, made_at, fingerprint, document,"
            + " article) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        brief.id(),
        brief.itemId(),
        storyId,
        brief.origin().url(),
        brief.made().textHash(),
        brief.made().at().toEpochMilli(),
        publication.fingerprint().encoded(),
        new String(BriefJson.write(brief), StandardCharsets.UTF_8),
        publication.article().text());
  }

  private void insert(Handle handle, Delivery delivery) {
    long now = delivery.createdAt().toEpochMilli();
    handle.execute(
        "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state, due_at,"
            + " created_at) VALUES (?, ?, ?, ?, 'pending', ?, ?) ON CONFLICT (id) DO NOTHING",
        delivery.id(),
        delivery.destinationId(),
        delivery.subscriptionId(),
        delivery.briefId(),
        now,
        now);
    laneRows.wake(handle, delivery.destinationId(), now);
  }

  private static String done(Handle handle, Brief brief, String outcome) {
    handle.execute(
        "UPDATE item SET state = 'done', claimed = 0, brief_id = ?, outcome = ?, document = NULL"
            + " WHERE id = ?",
        brief.id(),
        outcome,
        brief.itemId());
    return outcome;
  }

  @Override
  public List<Letter> claim() {
    return claims.claim(
        room -> {
          List<Letter> letters = database.write(handle -> claim(handle, room));
          letters.forEach(letter -> lanes.begin(letter.destination(), 1));
          return letters;
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

  /** Whether a delivery is in hand, or due before a time to a destination that takes it by then. */
  public boolean busy(Instant soon) {
    return claims.busy(() -> database.write(handle -> laneRows.busy(handle, soon)));
  }

  private List<Letter> claim(Handle handle, int room) {
    Instant now = clock.instant();
    List<Letter> letters = new ArrayList<>();
    for (SqlLanes.Lane lane : laneRows.due(handle, now, LANES_AT_ONCE)) {
      Destination destination = destinations.get(lane.destinationId());
      int left = room - letters.size();
      if (destination == null || left == 0) {
        continue;
      }
      int free = lanes.free(destination, lane.failing());
      List<Letter> due = due(handle, destination, now, Math.min(free, left));
      mark(handle, due);
      letters.addAll(due);
      boolean full = due.size() == free;
      laneRows.sleep(handle, destination.id(), full ? now.plus(NAP) : lanes.next(destination));
    }
    return letters;
  }

  private static void mark(Handle handle, List<Letter> letters) {
    if (!letters.isEmpty()) {
      PreparedBatch mark = handle.prepareBatch("UPDATE delivery SET claimed = 1 WHERE id = ?");
      letters.forEach(letter -> mark.add(letter.delivery().id()));
      mark.execute();
    }
  }

  private static List<Letter> due(Handle handle, Destination destination, Instant now, int most) {
    return handle
        .createQuery(
            "SELECT d.id, d.subscription_id, d.brief_id, d.attempts, d.created_at, b.document FROM"
                + " delivery d JOIN brief b ON b.id = d.brief_id WHERE d.destination_id = ? AND"
                + " d.state = 'pending' AND d.claimed = 0 AND d.due_at <= ? ORDER BY d.due_at"
                + " LIMIT ?")
        .bind(0, destination.id())
        .bind(1, now.toEpochMilli())
        .bind(2, most)
        .map(
            (row, context) ->
                new Letter(
                    new Delivery(
                        row.getString("id"),
                        destination.id(),
                        row.getString("subscription_id"),
                        row.getString("brief_id"),
                        row.getInt("attempts"),
                        Instant.ofEpochMilli(row.getLong("created_at"))),
                    destination,
                    BriefJson.read(row.getString("document").getBytes(StandardCharsets.UTF_8)),
                    now))
        .list();
  }

  @Override
  public void settle(Letter letter, Outcome outcome) {
    if (database.write(handle -> settle(handle, letter, outcome))) {
      lanes.end(letter.destination());
      claims.release();
      LOG.info(
          "attempt delivery={} destination={} brief={} verdict={} status={} reason=\"{}\"",
          letter.delivery().id(),
          letter.destination().id(),
          letter.brief().id(),
          outcome.verdict(),
          outcome.status(),
          outcome.reason());
    }
  }

  /**
   * @return false if it was settled before: then nothing is changed
   */
  private boolean settle(Handle handle, Letter letter, Outcome outcome) {
    Instant now = clock.instant();
    Delivery delivery = letter.delivery();
    Instant again = Backoff.next(delivery, outcome, now);
    int settled =
        handle.execute(
            "UPDATE delivery SET claimed = 0, state = ?, attempts = ?, due_at = ?, settled_at = ?,"
                + " reference = COALESCE(?, reference), note = ? WHERE id = ? AND claimed = 1",
            state(outcome, again),
            delivery.attempts() + 1,
            again == null ? now.toEpochMilli() : again.toEpochMilli(),
            again == null ? now.toEpochMilli() : null,
            outcome.reference(),
            outcome.reason(),
            delivery.id());
    if (settled == 0) {
      return false;
    }
    handle.execute(
        "INSERT INTO attempt (delivery_id, at, took_ms, verdict, status, reason, answer) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?)",
        delivery.id(),
        letter.attemptAt().toEpochMilli(),
        now.toEpochMilli() - letter.attemptAt().toEpochMilli(),
        outcome.verdict().name(),
        outcome.status(),
        outcome.reason(),
        outcome.answer());
    laneRows.settled(handle, delivery.destinationId(), outcome, again, now);
    return true;
  }

  private static String state(Outcome outcome, @Nullable Instant again) {
    if (again != null) {
      return "pending";
    }
    return outcome.verdict() == Outcome.Verdict.DELIVERED ? "delivered" : "dead";
  }
}
