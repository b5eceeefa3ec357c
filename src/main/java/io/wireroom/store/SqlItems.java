package io.wireroom.store;

import io.wireroom.article.Items;
import io.wireroom.article.PendingItem;
import io.wireroom.net.HostGate;
import io.wireroom.poll.Item;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The items that wait for their article, as rows. Thread-safe. */
public final class SqlItems implements Items {

  private static final Logger LOG = LoggerFactory.getLogger(SqlItems.class);

  private final Database database;
  private final HostGate gate;
  private final Claims claims;
  private final Clock clock;

  /**
   * @param capacity how many items are in hand at once
   */
  public SqlItems(Store store, HostGate gate, int capacity, Clock clock) {
    this.database = store.database();
    this.gate = gate;
    this.claims = new Claims(capacity);
    this.clock = clock;
  }

  @Override
  public List<PendingItem> claim() {
    return claims.claim(
        room -> {
          List<PendingItem> polite = new ArrayList<>();
          for (PendingItem candidate : database.write(handle -> due(handle, room * 4))) {
            if (polite.size() < room && gate.enter(candidate.item().link())) {
              polite.add(candidate);
            }
          }
          if (!polite.isEmpty()) {
            database.write(handle -> mark(handle, polite));
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

  /** Whether an item is in hand, or due before a time. */
  public boolean busy(Instant soon) {
    return claims.busy(
        () ->
            database.write(
                handle ->
                    handle
                        .createQuery(
                            "SELECT EXISTS (SELECT 1 FROM item WHERE state = 'new' AND claimed = 0"
                                + " AND due_at <= ?)")
                        .bind(0, soon.toEpochMilli())
                        .mapTo(Boolean.class)
                        .one()));
  }

  private List<PendingItem> due(Handle handle, int most) {
    return handle
        .createQuery(
            "SELECT id, source_id, link, seen_at, attempts, document FROM item WHERE state = 'new'"
                + " AND claimed = 0 AND due_at <= ? ORDER BY due_at LIMIT ?")
        .bind(0, clock.millis())
        .bind(1, most)
        .map(
            (row, context) ->
                new PendingItem(
                    ItemJson.read(
                        row.getString("id"),
                        row.getString("source_id"),
                        row.getString("link"),
                        row.getLong("seen_at"),
                        row.getString("document")),
                    row.getInt("attempts")))
        .list();
  }

  private static int mark(Handle handle, List<PendingItem> items) {
    PreparedBatch batch = handle.prepareBatch("UPDATE item SET claimed = 1 WHERE id = ?");
    items.forEach(pending -> batch.add(pending.item().id()));
    return batch.execute().length;
  }

  @Override
  public void postpone(PendingItem pending, Instant due, String why) {
    putBack(pending, "new", due, why);
  }

  @Override
  public void giveUp(PendingItem pending, String why) {
    putBack(pending, "failed", clock.instant(), why);
  }

  private void putBack(PendingItem pending, String state, Instant due, String why) {
    Item item = pending.item();
    int changed =
        database.write(
            handle ->
                handle.execute(
                    "UPDATE item SET claimed = 0, attempts = attempts + 1, state = ?, due_at = ?,"
                        + " outcome = ? WHERE id = ? AND claimed = 1",
                    state,
                    due.toEpochMilli(),
                    why,
                    item.id()));
    if (changed > 0) {
      release(item);
      LOG.warn(
          "item id={} source={} state={} due={} note=\"{}\"",
          item.id(),
          item.sourceId(),
          state,
          due,
          why);
    }
  }

  /** Whether an item is in hand. */
  boolean claimed(Handle handle, String itemId) {
    return Rows.any(handle, "SELECT 1 FROM item WHERE id = ? AND claimed = 1", itemId);
  }

  /** The item is published, postponed or given up: its place and its host are free again. */
  void release(Item item) {
    gate.leave(item.link());
    claims.release();
  }
}
