package io.wireroom.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

  @ParameterizedTest
  @CsvSource({
    "0 8 * * 1-5, 2026-11-24T08:00Z[UTC], 2026-11-25T08:00Z[UTC]",
    "0 8 * * 1-5, 2026-11-27T08:00:01Z[UTC], 2026-11-30T08:00Z[UTC]",
    "*/15 * * * *, 2026-11-24T08:44:59Z[UTC], 2026-11-24T08:45Z[UTC]",
    "*/15 * * * *, 2026-11-24T23:45Z[UTC], 2026-11-25T00:00Z[UTC]",
    "'5,35 9-17/4 * * *', 2026-11-24T09:35Z[UTC], 2026-11-24T13:05Z[UTC]",
    "0 0 29 2 *, 2026-01-01T00:00Z[UTC], 2028-02-29T00:00Z[UTC]",
    "0 0 29 2 *, 2097-01-01T00:00Z[UTC], 2104-02-29T00:00Z[UTC]",
    "0 0 13 * fri, 2026-11-24T00:00Z[UTC], 2026-11-27T00:00Z[UTC]",
    "0 0 13 * *, 2026-11-24T00:00Z[UTC], 2026-12-13T00:00Z[UTC]",
    "0 12 * jan-mar 7, 2026-11-24T00:00Z[UTC], 2027-01-03T12:00Z[UTC]",
    "0 12 * * 0, 2026-11-24T00:00Z[UTC], 2026-11-29T12:00Z[UTC]",
    "7/20 6 * * *, 2026-11-24T06:07Z[UTC], 2026-11-24T06:27Z[UTC]"
  })
  void the_next_time_is_the_first_that_fits(String cron, String after, String next) {
    assertThat(Cron.parse(cron).next(ZonedDateTime.parse(after)))
        .isEqualTo(ZonedDateTime.parse(next));
  }

  @Test
  void a_time_that_the_clock_skips_comes_an_hour_later_by_the_clock() {
    assertThat(
            Cron.parse("30 2 * * *")
                .next(ZonedDateTime.parse("2026-03-29T00:00+01:00[Europe/Berlin]")))
        .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Berlin]"));
  }

  @Test
  void a_time_that_the_clock_shows_twice_is_taken_once() {
    ZonedDateTime first =
        Cron.parse("30 2 * * *").next(ZonedDateTime.parse("2026-10-25T00:00+02:00[Europe/Berlin]"));
    assertThat(first).isEqualTo(ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]"));
    assertThat(Cron.parse("30 2 * * *").next(first.plusHours(1).minusMinutes(5)))
        .isEqualTo(ZonedDateTime.parse("2026-10-26T02:30+01:00[Europe/Berlin]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 8 * *",
        "0 8 * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 8",
        "5-1 * * * *",
        "*/0 * * * *",
        "a * * * *",
        "1,, * * * *",
        "1-2-3 * * * *",
        "1/2/3 * * * *",
        "* * * * mon-",
        "-1 * * * *",
        "0 0 31 2 *",
        "0 0 30 feb *",
        "99999999999 * * * *"
      })
  void what_is_no_time_is_refused(String text) {
    assertThatThrownBy(() -> Cron.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
