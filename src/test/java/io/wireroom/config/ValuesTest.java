package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time, rates, sizes and secrets. */
class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "500ms, PT0.5S",
    "1s, PT1S",
    "15m, PT15M",
    "2h, PT2H",
    "1d, PT24H"
  })
  void a_length_of_time_is_a_number_and_a_unit(String text, Duration duration) throws BadValue {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "1 s", "1.5h", "-1s", "1S", "1w", "1h30m", "9999999999s"})
  void other_lengths_of_time_are_refused(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(BadValue.class);
  }

  @ParameterizedTest
  @CsvSource({"1/s, 1", "1000/s, 1000", "30/m, 0.5", "1800/h, 0.5"})
  void a_rate_is_a_number_per_second_minute_or_hour(String text, double perSecond) throws BadValue {
    assertThat(Rate.parse(text)).isEqualTo(new Rate(perSecond));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/s", "1/d", "1.5/s", "/s", "1 / s"})
  void other_rates_are_refused(String text) {
    assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(BadValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1B, 1",
    "5KB, 5000",
    "5MB, 5000000",
    "2GB, 2000000000",
    "3KiB, 3072",
    "1GiB, 1073741824"
  })
  void a_size_is_a_number_and_a_unit(String text, int bytes) throws BadValue {
    assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5mb", "0MB", "3GB", "2GiB", "9999999999GB", "1.5MB"})
  void other_sizes_are_refused(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(BadValue.class);
  }

  @Test
  void a_secret_is_never_shown_and_equals_another_with_the_same_text() {
    Secret secret = new Secret("swordfish");
    assertThat(secret).hasToString("***").isEqualTo(new Secret("swordfish"));
    assertThat(secret).hasSameHashCodeAs(new Secret("swordfish"));
    assertThat(secret).isNotEqualTo(new Secret("swordfisH")).isNotEqualTo("swordfish");
    assertThat(secret.reveal()).isEqualTo("swordfish");
  }
}
