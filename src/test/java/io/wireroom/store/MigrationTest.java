package io.wireroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that an earlier version wrote is read by this one. */
class MigrationTest {

  @TempDir private Path folder;

  @Test
  void deliveries_and_their_attempts_keep_their_history_when_they_get_numbers() {
    String url = "jdbc:sqlite:" + folder.resolve("state.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .target("9")
        .load()
        .migrate();
    Jdbi.create(url)
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state,"
                      + " claimed, attempts, due_at, created_at, settled_at, reference, note)"
                      + " VALUES ('z', 'crm', 's', 'b', 'delivered', 0, 2, 5, 1, 5, '1.1',"
                      + " 'posted'), ('a', 'crm', 's', 'c', 'pending', 7, 0, 2, 2, NULL, NULL,"
                      + " '')");
              handle.execute(
                  "INSERT INTO attempt (delivery_id, at, took_ms, verdict, status, reason, answer)"
                      + " VALUES ('z', 3, 1, 'RETRY', 500, 'answered 500', 'no'), ('gone', 3, 1,"
                      + " 'RETRY', 500, 'answered 500', 'no'), ('z', 4, 1, 'DELIVERED', 200,"
                      + " 'posted', 'ok')");
            });

    try (Store store = Store.open("sqlite:" + folder.resolve("state.db"))) {
      SqlDeliveryLog log = new SqlDeliveryLog(store);
      assertThat(log.list(new SqlDeliveryLog.Wanted(List.of(), false, null, "crm"), 10))
          .extracting(SqlDeliveryLog.Row::id)
          .containsExactly("a", "z");
      SqlDeliveryLog.Row first =
          log.list(new SqlDeliveryLog.Wanted(List.of("z"), false, null, null), 10).get(0);
      assertThat(first.reference()).isEqualTo("1.1");
      assertThat(first.createdAt()).isEqualTo(Instant.ofEpochMilli(1));
      assertThat(log.attempts("z"))
          .extracting(SqlDeliveryLog.Attempt::verdict)
          .containsExactly("RETRY", "DELIVERED");
      assertThat(log.attempts("a")).isEmpty();
      assertThat(log.prune(Instant.ofEpochMilli(4), Instant.EPOCH.plus(Duration.ofDays(30))))
          .isEqualTo(1);
    }
  }
}
