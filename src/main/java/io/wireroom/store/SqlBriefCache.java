package io.wireroom.store;

import io.wireroom.brief.model.BriefCache;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What models answered, as rows: it outlives the process. Thread-safe. */
public final class SqlBriefCache implements BriefCache {

  private final Database database;
  private final Clock clock;

  public SqlBriefCache(Store store, Clock clock) {
    this.database = store.database();
    this.clock = clock;
  }

  @Override
  public Optional<Entry> find(String key) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT answer, failure, expires FROM model_answer WHERE key = ? AND expires >"
                        + " ?")
                .bind(0, key)
                .bind(1, clock.millis())
                .map(
                    (row, context) ->
                        new Entry(
                            row.getString(1),
                            row.getString(2),
                            Instant.ofEpochMilli(row.getLong(3))))
                .findOne());
  }

  @Override
  public void keep(String key, Entry entry) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM model_answer WHERE expires <= ?", clock.millis());
          return handle.execute(
              "INSERT INTO model_answer (key, answer, failure, expires) VALUES (?, ?, ?, ?) ON"
                  + " CONFLICT (key) DO UPDATE SET answer = excluded.answer, failure ="
                  + " excluded.failure, expires = excluded.expires",
              key,
              entry.answer(),
              entry.failure(),
              entry.expires().toEpochMilli());
        });
  }
}
