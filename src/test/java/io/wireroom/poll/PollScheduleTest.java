package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final int MANY = 10_000;

  @ParameterizedTest
  @CsvSource({
    "0, PT1H", // no dates
    "1, PT24H",
    "3.5, PT24H",
    "7, PT12H",
    "84, PT1H", // a dozen a day is where the hour ends
    "168, PT30M",
    "1008, PT5M",
    "100000, PT5M"
  })
  void the_interval_is_half_the_time_between_entries(double entriesAWeek, Duration interval) {
    Source source = source(null);

    assertThat(PollSchedule.interval(source, state(entriesAWeek, 0))).isEqualTo(interval);
  }

  @ParameterizedTest
  @CsvSource({"0, PT1H", "1, PT2H", "3, PT8H", "5, PT24H", "1000, PT24H"})
  void the_same_bytes_again_double_it_up_to_a_day(int sameBodies, Duration interval) {
    assertThat(PollSchedule.interval(source(null), state(0, sameBodies))).isEqualTo(interval);
  }

  @Test
  void the_config_s_interval_is_kept() {
    Duration every = Duration.ofMinutes(2);

    assertThat(PollSchedule.interval(source(every), state(1000, 9))).isEqualTo(every);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT5M",
    "2, PT10M",
    "3, PT20M",
    "8, PT10H40M",
    "9, PT21H20M",
    "10, PT24H",
    "99999, PT24H"
  })
  void failures_wait_five_minutes_and_twice_as_long_each_time(int failures, Duration wait) {
    assertThat(PollSchedule.backOff(failures)).isEqualTo(wait);
  }

  @Test
  void ten_thousand_new_sources_come_evenly_within_ten_minutes() {
    Map<Long, Integer> perSecond = perSecond(place -> PollSchedule.first(NOW, place, MANY));

    assertThat(perSecond.keySet()).allMatch(second -> second <= 600);
    assertThat(perSecond.values()).allMatch(polls -> polls <= 32 + 20);
  }

  @Test
  void a_few_new_sources_are_polled_at_once() {
    assertThat(IntStream.range(0, 32)).allMatch(i -> PollSchedule.first(NOW, i, 40).equals(NOW));
  }

  @Test
  void ten_thousand_sources_that_were_polled_together_drift_apart() {
    Map<Long, Integer> perSecond =
        perSecond(i -> PollSchedule.spread(NOW, Duration.ofHours(1), "source-" + i));

    assertThat(perSecond).hasSizeGreaterThan(350);
    assertThat(perSecond.values()).allMatch(polls -> polls < 80);
  }

  @Test
  void ten_thousand_sources_whose_hub_has_gone_are_not_polled_all_at_once() {
    Map<Long, Integer> perSecond = perSecond(i -> PollSchedule.soon(NOW, "source-" + i));

    assertThat(perSecond).hasSizeGreaterThan(290);
    assertThat(perSecond.values()).allMatch(polls -> polls < 80);
  }

  @ParameterizedTest
  @CsvSource({"PT5M, PT1H", "PT10M, PT2H", "PT1H, PT12H", "PT5H, PT24H", "PT30H, PT30H"})
  void a_source_that_is_pushed_is_polled_rarely_and_once_a_day(Duration wait, Duration rested) {
    assertThat(PollSchedule.rested(NOW, NOW.plus(wait), QuietTimes.NONE))
        .isEqualTo(NOW.plus(rested));
  }

  private static Map<Long, Integer> perSecond(IntFunction<Instant> times) {
    return IntStream.range(0, MANY)
        .mapToObj(times)
        .collect(
            Collectors.toMap(
                time -> Duration.between(NOW, time).toSeconds(), time -> 1, Integer::sum));
  }

  private static Source source(@Nullable Duration every) {
    URI url = URI.create("https://example.com/feed");
    return new Source(
        "news", url, Source.Kind.FEED, null, List.of(), 5, every, Map.of(), Source.State.NEW);
  }

  private static Source.State state(double entriesAWeek, int sameBodies) {
    return new Source.State(
        "", null, null, null, null, sameBodies, null, QuietTimes.NONE, 0, null, entriesAWeek);
  }
}
