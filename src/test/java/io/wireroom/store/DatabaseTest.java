package io.wireroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of work that share a transaction do not share their failures. */
class DatabaseTest {

  @TempDir private Path folder;
  private Store store;
  private Database database;

  @BeforeEach
  void open() {
    store = Store.open("sqlite:" + folder.resolve("state.db"));
    database = store.database();
    database.write(handle -> handle.execute("CREATE TABLE t (n INTEGER PRIMARY KEY)"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private int insert(int number) {
    return database.write(handle -> handle.execute("INSERT INTO t (n) VALUES (?)", number));
  }

  private long count() {
    return database.write(
        handle -> handle.createQuery("SELECT COUNT(*) FROM t").mapTo(Long.class).one());
  }

  @Test
  void a_failing_piece_does_not_hurt_the_others_of_its_batch() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int number = i;
      work.add(
          () -> {
            // Every tenth one breaks a rule of the table, every tenth one the Java around it.
            if (number % 10 == 3) {
              assertThatThrownBy(() -> insert(-1)).isInstanceOf(RuntimeException.class);
              return false;
            }
            if (number % 10 == 7) {
              assertThatThrownBy(
                      () ->
                          database.write(
                              handle -> {
                                handle.execute("INSERT INTO t (n) VALUES (?)", 1000 + number);
                                throw new StackOverflowError();
                              }))
                  .isInstanceOf(StackOverflowError.class);
              return false;
            }
            return insert(number) == 1;
          });
    }
    insert(-1);

    int inserted = 0;
    for (Future<Boolean> each : threads.invokeAll(work)) {
      inserted += each.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(inserted).isEqualTo(320);
    assertThat(count()).isEqualTo(321);
  }

  @Test
  void work_that_fails_leaves_no_trace() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      handle.execute("INSERT INTO t (n) VALUES (5)");
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(count()).isZero();
  }

  @Test
  void nobody_waits_for_ever_after_the_end() {
    database.close();

    assertThatThrownBy(() -> insert(1)).isInstanceOf(RuntimeException.class);
    store = Store.open("sqlite:" + folder.resolve("state.db"));
  }

  @Test
  void another_process_may_write_between_our_transactions() {
    try (Store beside = Store.beside("sqlite:" + folder.resolve("state.db"))) {
      for (int i = 0; i < 50; i += 2) {
        int number = i;
        insert(number);
        beside.database().write(h -> h.execute("INSERT INTO t (n) VALUES (?)", number + 1));
        database.write(
            handle -> {
              long seen = handle.createQuery("SELECT MAX(n) FROM t").mapTo(Long.class).one();
              return handle.execute("UPDATE t SET n = n WHERE n = ?", seen);
            });
      }
    }

    assertThat(count()).isEqualTo(50);
  }

  @Test
  void a_second_hub_is_kept_out() {
    assertThatThrownBy(() -> Store.open("sqlite:" + folder.resolve("state.db")))
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("another Wireroom is using");
  }
}
