package io.wireroom.store;

import static io.wireroom.store.Room.DELIVERED;
import static io.wireroom.store.Room.RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand destinations of which a hundred never answer, by a clock of the test's own: a dead
 * one holds its place for 20 seconds, a healthy one answers in 20 milliseconds.
 */
class ManyDestinationsTest {

  private static final int ALL = 2_000;
  private static final int EACH_DEAD = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofMillis(20);
  private static final Duration TICK = Duration.ofMillis(10);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));

  private record Flight(Letter letter, Instant ends) {}

  @Test
  void dead_ones_do_not_delay_the_others() {
    try (Room room = new Room(folder, clock, 256)) {
      List<Destination> all = IntStream.range(0, ALL).mapToObj(i -> Room.webhook("d" + i)).toList();
      room.outbox.configure(all);
      String[] ids = all.stream().map(Destination::id).toArray(String[]::new);
      deliver(room, ids, "first");
      Duration second = deliver(room, ids, "second");

      // 256 places, of 20 ms each, make 12,800 deliveries a second when none is held.
      assertThat(second).isLessThan(Duration.ofSeconds(3));
    }
  }

  /** How long it takes until every healthy one has the article. */
  private Duration deliver(Room room, String[] ids, String article) {
    room.publish(List.of(article), ids);
    Instant begun = clock.instant();
    int waiting = ALL - ALL / EACH_DEAD;
    PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparing(Flight::ends));
    while (waiting > 0) {
      clock.forward(TICK);
      List<Letter> claimed = new ArrayList<>(room.outbox.claim());
      for (Letter letter : claimed) {
        Duration takes = dead(letter) ? TIMEOUT : ANSWER;
        flights.add(new Flight(letter, clock.instant().plus(takes)));
      }
      while (!flights.isEmpty() && !flights.peek().ends().isAfter(clock.instant())) {
        Letter letter = flights.remove().letter();
        room.outbox.settle(letter, dead(letter) ? RETRY : DELIVERED);
        waiting -= dead(letter) ? 0 : 1;
      }
    }
    Instant ended = clock.instant();
    flights.forEach(flight -> room.outbox.settle(flight.letter(), RETRY));
    return Duration.between(begun, ended);
  }

  private static boolean dead(Letter letter) {
    return Integer.parseInt(letter.destination().id().substring(1)) % EACH_DEAD == 0;
  }
}
