package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HostGateTest {

  private static final URI A = URI.create("https://a.example/feed");
  private static final URI A2 = URI.create("http://A.example:8080/other");
  private static final URI B = URI.create("https://b.example/feed");

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @Test
  void a_host_gets_no_more_at_once_than_its_share_whatever_the_port() {
    HostGate gate = new HostGate(2, Duration.ZERO, clock);

    assertThat(gate.enter(A)).isTrue();
    assertThat(gate.enter(A2)).isTrue();
    assertThat(gate.enter(A)).isFalse();
    assertThat(gate.enter(B)).isTrue();
    gate.leave(A);
    assertThat(gate.enter(A2)).isTrue();
  }

  @Test
  void requests_to_a_host_begin_one_delay_apart() {
    HostGate gate = new HostGate(8, Duration.ofSeconds(1), clock);
    assertThat(gate.enter(A)).isTrue();
    gate.leave(A);
    now = now.plusMillis(999);
    assertThat(gate.enter(A)).isFalse();
    assertThat(gate.enter(B)).isTrue();

    now = now.plusMillis(1);

    assertThat(gate.enter(A)).isTrue();
  }

  @Test
  void those_who_queue_get_places_one_delay_apart() {
    HostGate gate = new HostGate(1, Duration.ofSeconds(1), clock);
    gate.enter(A);
    for (int i = 1; i <= 1000; i++) {
      assertThat(gate.queue(A)).isEqualTo(now.plusSeconds(i));
    }
  }
}
