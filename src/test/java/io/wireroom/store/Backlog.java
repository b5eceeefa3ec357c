package io.wireroom.store;

import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.SampleBriefs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills the outbox of a benchmark, past the stages before it. */
public final class Backlog {

  private static final int BATCH = 10_000;

  private final Store store;
  private int made;

  public Backlog(Store store) {
    this.store = store;
    store.database().write(Backlog::brief);
  }

  private static int brief(Handle handle) {
    String document = new String(BriefJson.write(SampleBriefs.whole()), StandardCharsets.UTF_8);
    return handle.execute(
        "INSERT INTO brief (id, item_id, story_id, url, text_hash, made_at, fingerprint, document,"
            + " article) VALUES ('b', 'i', 's', '', '', 0, '', ?, '')",
        document);
  }

  /** Deliveries that arrived long ago, an attempt each. */
  public void done(int count) {
    for (int from = 0; from < count; from += BATCH) {
      int first = made;
      int size = Math.min(BATCH, count - from);
      store.database().write(handle -> insert(handle, first, size, 8, "delivered"));
      made += size;
    }
  }

  /** Deliveries that are due, spread over destinations {@code d0} and so on. */
  public void waiting(int count, int destinations) {
    int first = made;
    store.database().write(handle -> insert(handle, first, count, destinations, "pending"));
    made += count;
    store.database().write(handle -> handle.execute("UPDATE lane SET next_due = 0"));
  }

  /**
   * Deliveries that come in now, to destinations by turns. To the first {@code dead} of them goes
   * one in a hundred.
   *
   * @param begun gets the time by {@link System#nanoTime} of each that is not for a dead one, by id
   */
  public void arriving(int count, int destinations, int dead, Map<String, Long> begun) {
    int first = made;
    made += count;
    long now = System.currentTimeMillis();
    store
        .database()
        .write(
            handle -> {
              for (int i = first; i < first + count; i++) {
                boolean lost = dead > 0 && i % 100 == 0;
                int to = lost ? i / 100 % dead : dead + i % (destinations - dead);
                String id = String.format("%032x", i * 0x9E3779B97F4A7C15L);
                if (!lost) {
                  begun.put(id, System.nanoTime());
                }
                handle.execute(
                    "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state,"
                        + " due_at, created_at) VALUES (?, ?, 's', 'b', 'pending', ?, ?)",
                    id,
                    "d" + to,
                    now,
                    now);
                SqlLanes.wake(handle, "d" + to, now);
              }
              return count;
            });
  }

  private static int insert(Handle handle, int first, int count, int destinations, String state) {
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state, due_at,"
                + " created_at, settled_at) VALUES (?, ?, 's', 'b', ?, 1, 1, ?)");
    PreparedBatch attempts =
        handle.prepareBatch(
            "INSERT INTO attempt (delivery, at, took_ms, verdict, status, reason, answer) SELECT"
                + " number, 1, 5, 'DELIVERED', 200, 'answered 200', 'ok' FROM delivery WHERE id ="
                + " ?");
    boolean done = state.equals("delivered");
    for (int i = first; i < first + count; i++) {
      String id = String.format("%032x", i * 0x9E3779B97F4A7C15L);
      rows.add(id, "d" + i % destinations, state, done ? 1 : null);
      attempts.add(id);
    }
    rows.execute();
    return done ? attempts.execute().length : count;
  }
}
