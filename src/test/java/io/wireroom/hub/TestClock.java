package io.wireroom.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which a test can put forward. */
final class TestClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** The time is this now, and goes on. */
  void set(Instant now) {
    ahead = Duration.between(Clock.systemUTC().instant(), now);
  }

  void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
