package io.wireroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTokenLedgerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));

  @Test
  void the_operators_are_told_once_a_day_that_the_budget_is_spent() {
    try (Room room = new Room(folder, clock)) {
      room.outbox.configure(List.of(Room.webhook("ops")));
      room.outbox.notify("ops");
      SqlTokenLedger ledger = new SqlTokenLedger(room.store, clock);

      assertThat(ledger.reserve(DAY, 90, 100)).isTrue();
      assertThat(room.outbox.claim()).isEmpty();
      assertThat(ledger.reserve(DAY, 11, 100)).isFalse();
      assertThat(ledger.reserve(DAY, 11, 100)).isFalse();
      assertThat(ledger.reserve(DAY.plusDays(1), 101, 100)).isFalse();

      assertThat(room.texts("SELECT title FROM parcel ORDER BY title"))
          .containsExactly(
              "The model's budget for 2026-03-04 is spent",
              "The model's budget for 2026-03-05 is spent");
      assertThat(room.count("SELECT COUNT(*) FROM delivery WHERE destination_id = 'ops'"))
          .isEqualTo(2);
    }
  }
}
