package io.wireroom.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each destination can take right now: its rate, as a leaky bucket that allows a tenth of
 * a second's worth at once, and its concurrency, which is 1 while it fails. Thread-safe.
 */
public final class Lanes {

  private static final Duration BURST = Duration.ofMillis(100);

  private final Clock clock;
  private final Map<String, State> states = new HashMap<>();

  public Lanes(Clock clock) {
    this.clock = clock;
  }

  /** How many deliveries may begin now. */
  public synchronized int free(Destination destination, boolean failing) {
    State state = states.getOrDefault(destination.id(), State.IDLE);
    int slots = (failing ? 1 : destination.lane().concurrency()) - state.inFlight;
    return Math.max(0, Math.min(slots, paced(destination, state)));
  }

  /** When the rate allows the next one; the past when it does now. */
  public synchronized Instant next(Destination destination) {
    return states.getOrDefault(destination.id(), State.IDLE).freeAt;
  }

  /** Counts deliveries as begun. */
  public synchronized void begin(Destination destination, int count) {
    State state = states.getOrDefault(destination.id(), State.IDLE);
    Instant now = clock.instant();
    Instant from = state.freeAt.isBefore(now.minus(BURST)) ? now.minus(BURST) : state.freeAt;
    Duration each = gap(destination);
    Instant freeAt = each.isZero() ? state.freeAt : from.plus(each.multipliedBy(count));
    states.put(destination.id(), new State(state.inFlight + count, freeAt));
  }

  /** Counts one delivery as ended. */
  public synchronized void end(Destination destination) {
    State state = states.getOrDefault(destination.id(), State.IDLE);
    states.put(destination.id(), new State(Math.max(0, state.inFlight - 1), state.freeAt));
  }

  private int paced(Destination destination, State state) {
    Duration each = gap(destination);
    Instant now = clock.instant();
    if (each.isZero()) {
      return Integer.MAX_VALUE;
    }
    if (state.freeAt.isAfter(now)) {
      return 0;
    }
    Instant from = state.freeAt.isBefore(now.minus(BURST)) ? now.minus(BURST) : state.freeAt;
    return (int) (1 + Duration.between(from, now).toNanos() / each.toNanos());
  }

  private static Duration gap(Destination destination) {
    double rate = destination.lane().perSecond();
    return rate <= 0 ? Duration.ZERO : Duration.ofNanos((long) (1e9 / rate));
  }

  private record State(int inFlight, Instant freeAt) {
    static final State IDLE = new State(0, Instant.EPOCH);
  }
}
