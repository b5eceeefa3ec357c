package io.wireroom.deliver;

import static io.wireroom.deliver.Letters.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {

  @Test
  void what_is_delivered_or_rejected_is_not_tried_again() {
    assertThat(Backoff.next(delivery("a", 0), outcome(Verdict.DELIVERED, null), NOW)).isNull();
    assertThat(Backoff.next(delivery("a", 0), outcome(Verdict.REJECTED, null), NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT5S",
    "1, PT5M",
    "2, PT30M",
    "3, PT2H",
    "4, PT5H",
    "5, PT10H",
    "6, PT14H",
    "7, PT20H",
    "8, PT24H"
  })
  void each_wait_is_the_schedules_a_fifth_shorter_or_longer(int attempts, Duration scheduled) {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      waits.add(wait(delivery("d" + i, attempts), outcome(Verdict.RETRY, null)));
    }

    assertThat(waits)
        .allSatisfy(
            wait ->
                assertThat(wait.toMillis())
                    .isBetween(scheduled.toMillis() * 8 / 10, scheduled.toMillis() * 12 / 10))
        .anySatisfy(wait -> assertThat(wait).isLessThan(scheduled.multipliedBy(82).dividedBy(100)))
        .anySatisfy(
            wait -> assertThat(wait).isGreaterThan(scheduled.multipliedBy(118).dividedBy(100)));
  }

  @Test
  void the_wait_of_one_delivery_is_the_same_whenever_it_is_asked_for() {
    assertThat(wait(delivery("a", 3), outcome(Verdict.RETRY, null)))
        .isEqualTo(wait(delivery("a", 3), outcome(Verdict.RETRY, null)));
  }

  @Test
  void gives_up_after_ten_attempts_in_three_days() {
    Delivery tenth = delivery("a", 9);
    Instant later = NOW.plus(Duration.ofHours(61));

    assertThat(Backoff.next(tenth, outcome(Verdict.RETRY, null), later)).isNull();
    assertThat(Backoff.next(tenth, outcome(Verdict.THROTTLED, Duration.ofSeconds(30)), later))
        .isNull();
  }

  @Test
  void ten_attempts_in_a_minute_lose_nothing() {
    Delivery tenth = delivery("a", 9);
    Instant aMinuteLater = NOW.plusSeconds(60);

    assertThat(Backoff.next(tenth, outcome(Verdict.THROTTLED, Duration.ofSeconds(1)), aMinuteLater))
        .isEqualTo(aMinuteLater.plus(Duration.ofMinutes(5)));
    assertThat(Backoff.next(tenth, outcome(Verdict.RETRY, null), aMinuteLater))
        .isEqualTo(aMinuteLater.plus(Duration.ofMinutes(5)));
    assertThat(Backoff.next(tenth, outcome(Verdict.THROTTLED, Duration.ofHours(3)), aMinuteLater))
        .isEqualTo(aMinuteLater.plus(Duration.ofHours(3)));
  }

  /** Walks the schedule as the outbox does, with every wait as short as it gets. */
  @Test
  void a_receiver_that_only_ever_fails_gets_ten_attempts() {
    for (String id : List.of("a", "b", "c", "d", "e")) {
      Instant now = NOW;
      int attempts = 0;
      for (Instant next = NOW; next != null; attempts++) {
        now = next;
        next = Backoff.next(delivery(id, attempts), outcome(Verdict.RETRY, null), now);
      }
      assertThat(attempts).isEqualTo(10);
      assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(60), Duration.ofHours(91));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RETRY", "THROTTLED"})
  void a_time_that_the_receiver_names_is_the_time(Verdict verdict) {
    assertThat(wait(delivery("a", 4), outcome(verdict, Duration.ofSeconds(7))))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(wait(delivery("a", 0), outcome(verdict, Duration.ofHours(7))))
        .isEqualTo(Duration.ofHours(7));
    assertThat(wait(delivery("a", 0), outcome(verdict, Duration.ofDays(30))))
        .isEqualTo(Duration.ofDays(1));
    assertThat(wait(delivery("a", 0), outcome(verdict, Duration.ZERO)))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_destination_that_is_off_keeps_its_deliveries_due_however_often_they_were_tried() {
    assertThat(Backoff.next(delivery("a", 0), outcome(Verdict.DESTINATION_OFF, null), NOW))
        .isEqualTo(NOW);
    assertThat(Backoff.next(delivery("a", 40), outcome(Verdict.DESTINATION_OFF, null), NOW))
        .isEqualTo(NOW);
  }

  private static Duration wait(Delivery delivery, Outcome outcome) {
    Instant next = Backoff.next(delivery, outcome, NOW);
    assertThat(next).isNotNull();
    return Duration.between(NOW, next);
  }

  private static Delivery delivery(String id, int attempts) {
    return new Delivery(id, "crm", "s-1", "b1", attempts, NOW);
  }

  private static Outcome outcome(Verdict verdict, @Nullable Duration retryAfter) {
    return new Outcome(verdict, "why", 500, "", retryAfter, null);
  }
}
