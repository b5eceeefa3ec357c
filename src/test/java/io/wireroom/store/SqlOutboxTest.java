package io.wireroom.store;

import static io.wireroom.store.Room.DELIVERED;
import static io.wireroom.store.Room.OFF;
import static io.wireroom.store.Room.REJECTED;
import static io.wireroom.store.Room.RETRY;
import static io.wireroom.store.Room.outcome;
import static io.wireroom.store.Room.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is claimed, when, and what becomes of it. */
class SqlOutboxTest {

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(folder, clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void configure(Destination... destinations) {
    room.outbox.configure(Arrays.asList(destinations));
  }

  private void reopen(Destination... destinations) {
    room.close();
    room = new Room(folder, clock);
    configure(destinations);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> String.format("a%03d", i)).toList();
  }

  private static List<String> briefs(List<Letter> letters) {
    return letters.stream().map(letter -> letter.brief().headline()).toList();
  }

  /** Claims and settles until nothing is due; what was claimed, in order. */
  private List<Letter> drain() {
    List<Letter> all = new ArrayList<>();
    while (room.outbox.busy(clock.instant())) {
      List<Letter> letters = room.outbox.claim();
      room.settle(letters, DELIVERED);
      all.addAll(letters);
      clock.forward(Duration.ofMillis(letters.isEmpty() ? 50 : 0));
    }
    return all;
  }

  @Test
  void a_claimed_delivery_is_not_handed_out_again_before_it_is_settled() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");

    assertThat(room.outbox.claim()).hasSize(1);
    clock.forward(Duration.ofDays(1));
    assertThat(room.outbox.claim()).isEmpty();
  }

  @Test
  void a_destination_gets_its_deliveries_in_the_order_of_publication() {
    configure(webhook("crm", new Destination.Lane(0, 1)));
    room.publish(names(20), "crm");

    assertThat(briefs(drain())).isEqualTo(names(20));
  }

  @Test
  void a_destination_starts_with_one_at_a_time_and_grows_to_its_concurrency() {
    configure(webhook("crm"));
    room.publish(names(20), "crm");

    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Letter> letters = room.outbox.claim();
      sizes.add(letters.size());
      room.settle(letters, DELIVERED);
    }

    assertThat(sizes).containsExactly(1, 2, 4, 4);
  }

  @Test
  void a_destination_that_fails_gets_one_at_a_time_again() {
    configure(webhook("crm"));
    room.publish(names(20), "crm");
    room.settle(room.outbox.claim(), DELIVERED);
    room.settle(room.outbox.claim(), DELIVERED);
    List<Letter> four = room.outbox.claim();
    assertThat(four).hasSize(4);

    room.settle(four, RETRY);
    clock.forward(Duration.ofSeconds(4));

    assertThat(room.outbox.claim()).hasSize(1);
  }

  @Test
  void a_rate_is_kept() {
    configure(webhook("slow", new Destination.Lane(1, 4)));
    room.publish(names(5), "slow");

    int sent = 0;
    for (int tenth = 0; tenth < 31; tenth++) {
      List<Letter> letters = room.outbox.claim();
      room.settle(letters, DELIVERED);
      sent += letters.size();
      clock.forward(Duration.ofMillis(100));
    }

    assertThat(sent).isEqualTo(4);
  }

  @Test
  void no_more_are_in_hand_than_there_is_room_for() {
    room.close();
    room = new Room(folder, clock, 10);
    Destination[] many = names(30).stream().map(name -> webhook(name)).toArray(Destination[]::new);
    configure(many);
    room.publish(List.of("x", "y"), names(30).toArray(new String[0]));

    int most = 0;
    int sent = 0;
    while (room.outbox.busy(clock.instant())) {
      List<Letter> letters = room.outbox.claim();
      most = Math.max(most, room.outbox.inHand());
      room.settle(letters, DELIVERED);
      sent += letters.size();
      clock.forward(Duration.ofMillis(50));
    }

    assertThat(most).isBetween(5, 10);
    assertThat(sent).isEqualTo(60);
  }

  @Test
  void a_delivery_is_settled_only_once() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");
    Letter letter = room.outbox.claim().get(0);

    room.outbox.settle(letter, DELIVERED);
    room.outbox.settle(letter, RETRY);

    assertThat(room.texts("SELECT state FROM delivery")).containsExactly("delivered");
    assertThat(room.texts("SELECT verdict FROM attempt")).containsExactly("DELIVERED");
    assertThat(room.outbox.inHand()).isZero();
  }

  @Test
  void a_failed_delivery_comes_again_by_the_schedule_and_dies_in_the_end() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");

    int attempts = 0;
    Instant begun = clock.instant();
    while (room.count("SELECT COUNT(*) FROM delivery WHERE state = 'pending'") > 0) {
      List<Letter> letters = room.outbox.claim();
      room.settle(letters, RETRY);
      attempts += letters.size();
      clock.forward(Duration.ofMinutes(1));
    }

    assertThat(attempts).isBetween(10, 12);
    assertThat(Duration.between(begun, clock.instant())).isBetween(days(2), days(5));
    assertThat(room.texts("SELECT state FROM delivery")).containsExactly("dead");
    assertThat(room.count("SELECT COUNT(*) FROM attempt")).isEqualTo(attempts);
  }

  @Test
  void a_rejected_delivery_is_dead_at_once_and_the_next_goes_out() {
    configure(webhook("crm", new Destination.Lane(0, 1)));
    room.publish(names(2), "crm");

    room.settle(room.outbox.claim(), REJECTED);

    assertThat(briefs(room.outbox.claim())).containsExactly("a001");
    assertThat(room.texts("SELECT state FROM delivery ORDER BY id"))
        .containsExactly("dead", "pending");
  }

  @Test
  void a_throttled_destination_gets_nothing_until_the_time_it_named() {
    configure(webhook("crm"), webhook("other"));
    room.publish(names(3), "crm", "other");
    for (Letter letter : room.outbox.claim()) {
      boolean crm = letter.destination().id().equals("crm");
      room.outbox.settle(
          letter, crm ? outcome(Verdict.THROTTLED, Duration.ofSeconds(40)) : DELIVERED);
    }

    clock.forward(Duration.ofSeconds(39));
    assertThat(drain()).hasSize(2).allMatch(letter -> letter.destination().id().equals("other"));
    clock.forward(Duration.ofSeconds(1));
    assertThat(drain()).hasSize(3);
  }

  @Test
  void one_delivery_that_overloads_its_receiver_does_not_hold_back_the_others_for_hours() {
    configure(webhook("crm", new Destination.Lane(0, 1)));
    room.publish(names(1), "crm");
    for (int i = 0; i < 4; i++) {
      room.settle(room.outbox.claim(), outcome(Verdict.THROTTLED, null));
      clock.forward(Duration.ofHours(3));
    }
    room.settle(room.outbox.claim(), outcome(Verdict.THROTTLED, null));
    room.publish(List.of("later"), "crm");

    clock.forward(Duration.ofMinutes(1));

    assertThat(briefs(room.outbox.claim())).containsExactly("later");
  }

  @Test
  void a_receiver_that_asks_for_a_day_holds_back_the_others_for_an_hour() {
    configure(webhook("crm", new Destination.Lane(0, 1)));
    room.publish(names(1), "crm");
    room.settle(room.outbox.claim(), outcome(Verdict.THROTTLED, Duration.ofDays(1)));
    room.publish(List.of("later"), "crm");

    clock.forward(Duration.ofMinutes(59));
    assertThat(room.outbox.claim()).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    assertThat(briefs(room.outbox.claim())).containsExactly("later");
  }

  @Test
  void a_destination_that_is_off_keeps_what_waits_and_gets_it_when_the_config_changes() {
    configure(webhook("crm"));
    room.publish(names(2), "crm");
    room.settle(room.outbox.claim(), OFF);

    clock.forward(days(1));
    assertThat(room.outbox.claim()).isEmpty();
    assertThat(room.outbox.busy(clock.instant())).isFalse();
    reopen(webhook("crm"));
    assertThat(room.outbox.claim()).isEmpty();

    reopen(webhook("crm", new Destination.Lane(0, 2)));
    assertThat(drain()).hasSize(2);
  }

  @Test
  void a_destination_that_left_the_config_keeps_what_waits_until_it_is_back() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");

    reopen(webhook("other"));
    assertThat(room.outbox.claim()).isEmpty();
    reopen(webhook("crm"), webhook("other"));
    assertThat(room.outbox.claim()).hasSize(1);
  }

  @Test
  void a_changed_config_makes_what_was_backing_off_due() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");
    room.settle(room.outbox.claim(), outcome(Verdict.THROTTLED, Duration.ofHours(20)));

    reopen(webhook("crm"));
    assertThat(room.outbox.claim()).isEmpty();
    reopen(webhook("crm", new Destination.Lane(5, 4)));
    assertThat(room.outbox.claim()).hasSize(1);
  }

  @Test
  void a_destination_that_only_failed_for_five_days_is_switched_off_and_says_why() {
    configure(webhook("crm"));
    List<String> reasons = new ArrayList<>();

    for (int hour = 0; hour <= 5 * 24 + 1; hour++) {
      room.publish(List.of("h" + hour), "crm");
      room.settle(room.outbox.claim(), RETRY);
      clock.forward(Duration.ofHours(1));
      reasons.addAll(room.texts("SELECT off_reason FROM lane WHERE off_reason IS NOT NULL"));
    }

    assertThat(reasons).containsExactly("it failed for five days: answered so");
    assertThat(room.outbox.claim()).isEmpty();
  }

  @Test
  void a_success_within_five_days_starts_the_count_afresh() {
    configure(webhook("crm"));
    room.publish(names(60), "crm");
    for (int day = 0; day < 12; day++) {
      for (int i = 0; i < 24; i++) {
        List<Letter> letters = room.outbox.claim();
        room.settle(letters, i == 0 && day % 4 == 3 ? DELIVERED : RETRY);
        clock.forward(Duration.ofHours(1));
      }
    }

    assertThat(room.texts("SELECT off_reason FROM lane")).containsExactly((String) null);
  }

  @Test
  void what_a_dead_process_had_in_hand_is_sent_again_and_its_history_says_so() {
    configure(webhook("crm"));
    room.publish(names(1), "crm");
    assertThat(room.outbox.claim()).hasSize(1);

    reopen(webhook("crm"));

    assertThat(room.texts("SELECT verdict FROM attempt")).containsExactly("INTERRUPTED");
    assertThat(room.outbox.claim()).singleElement().matches(Letter::again);
  }

  @Test
  void a_brief_that_cannot_be_read_is_set_aside_and_the_others_go_out() {
    configure(webhook("crm", new Destination.Lane(0, 1)));
    room.publish(names(3), "crm");
    room.store
        .database()
        .write(handle -> handle.execute("UPDATE brief SET document = '{' WHERE id LIKE '%a000'"));

    clock.forward(Duration.ofSeconds(1));
    assertThat(drain()).hasSize(2);
    assertThat(room.texts("SELECT note FROM delivery WHERE state = 'dead'"))
        .singleElement()
        .asString()
        .startsWith("what it carries, brief-a000, can't be read");
  }

  @Test
  void many_threads_claim_and_settle_everything_once_and_leave_nothing_behind() throws Exception {
    Destination[] some = names(8).stream().map(name -> webhook(name)).toArray(Destination[]::new);
    configure(some);
    room.publish(names(60).stream().map(n -> "t" + n).toList(), names(8).toArray(new String[0]));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<?>> ends = new ArrayList<>();
    for (int t = 0; t < 6; t++) {
      ends.add(
          threads.submit(
              () -> {
                while (room.outbox.busy(clock.instant())) {
                  for (Letter letter : room.outbox.claim()) {
                    if (!seen.add(letter.delivery().id())) {
                      twice.add(letter.delivery().id());
                    }
                    room.outbox.settle(letter, DELIVERED);
                  }
                  clock.forward(Duration.ofMillis(1));
                }
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();

    assertThat(seen).hasSize(480);
    assertThat(twice).isEmpty();
    assertThat(room.count("SELECT COUNT(*) FROM delivery WHERE state <> 'delivered'")).isZero();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
