package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "' 7 ', PT7S",
    "172801, PT48H",
    "99999999999999999999, PT48H"
  })
  void reads_seconds_up_to_two_days(String header, Duration expected) {
    assertThat(retryAfter(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void reads_the_three_forms_of_a_date(String header) {
    assertThat(retryAfter(header)).isEqualTo(Duration.ofSeconds(37));
  }

  @Test
  void a_date_that_has_passed_means_now_and_a_far_one_two_days() {
    assertThat(retryAfter("Sun, 06 Nov 1994 08:00:00 GMT")).isZero();
    assertThat(retryAfter("Sat, 06 Nov 2094 08:00:00 GMT")).isEqualTo(Duration.ofDays(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "06 Nov"})
  void what_cannot_be_read_asks_for_nothing(String header) {
    assertThat(retryAfter(header)).isNull();
  }

  @Test
  void no_header_asks_for_nothing() {
    assertThat(RetryAfter.of(reply(Map.of()), NOW)).isNull();
  }

  private static @Nullable Duration retryAfter(String header) {
    return RetryAfter.of(reply(Map.of("retry-after", header)), NOW);
  }

  private static HttpReply reply(Map<String, String> headers) {
    URI uri = URI.create("https://receiver.example/");
    return new HttpReply(503, uri, List.of(), headers, new byte[0], null, "", Duration.ZERO);
  }
}
