package io.wireroom.store;

import io.wireroom.web.FeedName;
import io.wireroom.web.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the WebSub hub knows of the feeds, as rows. Thread-safe. */
public final class SqlTopics implements Topics {

  private final Database database;
  private final Clock clock;
  private final Set<String> noted = ConcurrentHashMap.newKeySet();

  public SqlTopics(Store store, Clock clock) {
    this.database = store.database();
    this.clock = clock;
  }

  @Override
  public void read(FeedName feed, String path) {
    if (noted.contains(path)) {
      return;
    }
    // A tag that no brief has yet has no row: it is noted once it has one.
    boolean there =
        database.write(
            handle ->
                handle.execute(
                        "INSERT INTO topic (path, feed, told) SELECT ?, name, version FROM feed"
                            + " WHERE name = ? ON CONFLICT (path) DO UPDATE SET path ="
                            + " excluded.path",
                        path,
                        feed.key())
                    > 0);
    if (there) {
      noted.add(path);
    }
  }

  @Override
  public List<Topic> due(int most) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT t.path, f.version, t.failures FROM topic t JOIN feed f ON f.name ="
                        + " t.feed WHERE f.version > t.told AND t.due_at <= ? ORDER BY t.due_at,"
                        + " t.path LIMIT ?")
                .bind(0, clock.millis())
                .bind(1, most)
                .map((row, context) -> new Topic(row.getString(1), row.getLong(2), row.getInt(3)))
                .list());
  }

  @Override
  public void told(Topic topic) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE topic SET told = ?, failures = 0, due_at = 0, note = '' WHERE path = ?",
                topic.version(),
                topic.path()));
  }

  @Override
  public void postpone(Topic topic, Instant until, String why) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE topic SET failures = ?, due_at = ?, note = ? WHERE path = ?",
                topic.failures() + 1,
                until.toEpochMilli(),
                why,
                topic.path()));
  }
}
