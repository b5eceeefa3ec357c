package io.wireroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Letter;
import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However many old deliveries there are, nothing that a hub does again and again reads them all.
 */
class OutboxPlansTest {

  /** Reading a table from end to end, or an index that holds all its rows. */
  private static final Pattern ALL_ROWS =
      Pattern.compile(
          "SCAN (?:d|delivery|a|attempt)\\b(?! USING (?:COVERING )?INDEX delivery_due)");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private final Set<String> statements = new ConcurrentSkipListSet<>();
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(folder, clock);
    room.outbox.configure(List.of(Room.webhook("crm"), Room.webhook("archive")));
    room.store.database().write(this::listen);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private boolean listen(org.jdbi.v3.core.Handle handle) {
    handle
        .getConfig(SqlStatements.class)
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
              }
            });
    return true;
  }

  @Test
  void every_statement_of_a_deliverys_way_finds_its_rows_by_an_index() {
    room.publish(List.of("alpha", "beta"), "crm", "archive");
    List<Letter> letters = room.outbox.claim();
    room.outbox.settle(letters.get(0), Room.DELIVERED);
    room.outbox.settle(letters.get(1), Room.RETRY);
    assertThat(room.outbox.busy(clock.instant())).isTrue();
    assertThat(Standing.pending(room.store)).isEqualTo(3);
    room.store.database().write(handle -> new SqlDeliveries().release(handle));

    SqlDeliveryLog log = new SqlDeliveryLog(room.store);
    String id = letters.get(0).delivery().id();
    SqlDeliveryLog.Wanted one = new SqlDeliveryLog.Wanted(List.of(id), false, null, "crm");
    assertThat(log.attempts(id)).isNotEmpty();
    assertThat(log.list(new SqlDeliveryLog.Wanted(List.of(), false, null, "crm"), 10)).hasSize(2);
    log.replay(one, clock.instant());
    log.prune(clock.instant(), clock.instant().plus(Duration.ofDays(30)));
    assertThat(Tally.since(room.store, Instant.EPOCH).lanes()).hasSize(2);

    assertThat(statements).hasSizeGreaterThan(20);
    List.copyOf(statements).forEach(this::findsItsRows);
  }

  private void findsItsRows(String sql) {
    String plan = String.join("\n", plan(sql.replaceAll(":\\w+|\\?", "1")));

    assertThat(ALL_ROWS.matcher(plan).find()).as("%s%n%s", sql, plan).isFalse();
  }

  private List<String> plan(String sql) {
    return room.store
        .database()
        .write(
            handle ->
                handle
                    .createQuery("EXPLAIN QUERY PLAN " + sql)
                    .map((row, context) -> row.getString("detail"))
                    .list());
  }
}
