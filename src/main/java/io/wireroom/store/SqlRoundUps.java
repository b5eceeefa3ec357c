package io.wireroom.store;

import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.RoundUps;
import io.wireroom.subscribe.Digest;
import io.wireroom.subscribe.Digest.Candidate;
import io.wireroom.time.Cron;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Round-ups as rows. Thread-safe. */
public final class SqlRoundUps implements RoundUps {

  private static final Logger LOG = LoggerFactory.getLogger(SqlRoundUps.class);

  private final Database database;
  private final Clock clock;

  public SqlRoundUps(Store store, Clock clock) {
    this.database = store.database();
    this.clock = clock;
  }

  private record Row(
      String subscriptionId,
      String destinationId,
      Digest digest,
      Instant last,
      Instant next,
      boolean closing) {}

  @Override
  public List<String> due() {
    return database.write(
        handle ->
            handle
                .createQuery("SELECT subscription_id FROM round_up WHERE next_at <= ? ORDER BY 1")
                .bind(0, clock.millis())
                .mapTo(String.class)
                .list());
  }

  /** Whether one is due. */
  public boolean busy() {
    return !due().isEmpty();
  }

  @Override
  public void compose(String subscriptionId) {
    int briefs = database.write(handle -> compose(handle, subscriptionId, clock.instant()));
    if (briefs > 0) {
      LOG.info("round-up subscription={} briefs={}", subscriptionId, briefs);
    }
  }

  private static int compose(Handle handle, String subscriptionId, Instant now) {
    Row row = row(handle, subscriptionId);
    if (row == null || row.next.isAfter(now)) {
      return 0;
    }
    List<Candidate> waiting = waiting(handle, subscriptionId);
    if (!waiting.isEmpty()) {
      RoundUp roundUp = roundUp(row, waiting, now);
      ParcelRows.put(handle, roundUp, subscriptionId, row.destinationId, now);
      handle.execute(
          "UPDATE round_up_entry SET parcel_id = ? WHERE subscription_id = ? AND parcel_id IS NULL",
          roundUp.id(),
          subscriptionId);
    }
    if (row.closing) {
      handle.execute("DELETE FROM round_up WHERE subscription_id = ?", subscriptionId);
    } else {
      handle.execute(
          "UPDATE round_up SET next_at = ?, last_at = ? WHERE subscription_id = ?",
          row.digest.next(now).toEpochMilli(),
          now.toEpochMilli(),
          subscriptionId);
    }
    return waiting.size();
  }

  /** The id comes from the time it was due, so one that is made again is the same. */
  private static RoundUp roundUp(Row row, List<Candidate> waiting, Instant now) {
    Digest.Choice choice = row.digest.choose(waiting);
    return new RoundUp(
        Delivery.idOf("round-up " + row.next, row.subscriptionId),
        row.subscriptionId,
        row.last,
        now,
        row.digest.zone(),
        choice.briefs(),
        choice.rest(),
        waiting.size() - choice.briefs().size());
  }

  private static @Nullable Row row(Handle handle, String subscriptionId) {
    return handle
        .createQuery(
            "SELECT destination_id, at, zone, most, last_at, next_at, closing FROM round_up WHERE"
                + " subscription_id = ?")
        .bind(0, subscriptionId)
        .map(
            (row, context) ->
                new Row(
                    subscriptionId,
                    row.getString(1),
                    new Digest(
                        Cron.parse(row.getString(2)), ZoneId.of(row.getString(3)), row.getInt(4)),
                    Instant.ofEpochMilli(row.getLong(5)),
                    Instant.ofEpochMilli(row.getLong(6)),
                    row.getInt(7) == 1))
        .findOne()
        .orElse(null);
  }

  /** A brief whose row is gone can't be told; it would hold up the others for ever. */
  private static List<Candidate> waiting(Handle handle, String subscriptionId) {
    return handle
        .createQuery(
            "SELECT b.document, (SELECT COUNT(DISTINCT i.source_id) FROM brief c JOIN item i ON i.id"
                + " = c.item_id WHERE c.story_id = b.story_id) FROM round_up_entry e JOIN brief b ON"
                + " b.id = e.brief_id WHERE e.subscription_id = ? AND e.parcel_id IS NULL")
        .bind(0, subscriptionId)
        .map(
            (row, context) ->
                new Candidate(
                    BriefJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8)),
                    row.getInt(2)))
        .list();
  }
}
