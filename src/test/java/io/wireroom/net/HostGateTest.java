package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.time.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostGateTest {

  private static final URI A = URI.create("https://a.example/feed");
  private static final URI A2 = URI.create("http://A.example:8080/other");
  private static final URI B = URI.create("https://b.example/feed");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T12:00:00Z"));

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
    clock.forward(Duration.ofMillis(999));
    assertThat(gate.enter(A)).isFalse();
    assertThat(gate.enter(B)).isTrue();

    clock.forward(Duration.ofMillis(1));

    assertThat(gate.enter(A)).isTrue();
  }

  @Test
  void those_who_queue_get_places_one_delay_apart() {
    HostGate gate = new HostGate(1, Duration.ofSeconds(1), clock);
    gate.enter(A);
    for (int i = 1; i <= 1000; i++) {
      assertThat(gate.queue(A)).isEqualTo(clock.instant().plusSeconds(i));
    }
  }
}
