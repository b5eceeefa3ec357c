package io.wireroom.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each destination can take right now: its rate, as a leaky bucket that allows a tenth of
 * a second's worth at once, and its concurrency. Thread-safe.
 *
 * <p>A destination starts with one delivery at a time, twice as many after each that went well, up
 * to its concurrency, and one again after a failure. So one that is dead holds one place, not many,
 * while its time-out runs. All that have not proved themselves share half of the places, so the
 * others always find one, however many are dead.
 */
public final class Lanes {

  private static final Duration BURST = Duration.ofMillis(100);

  private final int unprovenPlaces;
  private final Clock clock;
  private final Map<String, State> states = new HashMap<>();
  private int unproven;

  /**
   * @param places deliveries in hand at once, for all destinations together
   */
  public Lanes(int places, Clock clock) {
    this.unprovenPlaces = Math.max(1, places / 2);
    this.clock = clock;
  }

  /** How many deliveries may begin now, if {@code taken} others for unproven ones begin too. */
  public synchronized int free(Destination destination, int taken) {
    State state = state(destination);
    int slots = Math.min(state.window, destination.lane().concurrency()) - state.inFlight;
    if (!state.proven) {
      slots = Math.min(slots, unprovenPlaces - unproven - taken);
    }
    return Math.max(0, Math.min(slots, paced(destination, state)));
  }

  /** Whether the others that have not proved themselves take all the places it could have. */
  public synchronized boolean crowded(Destination destination, int taken) {
    return !state(destination).proven && unproven + taken >= unprovenPlaces;
  }

  /** Whether its last delivery went well. */
  public synchronized boolean proven(Destination destination) {
    return state(destination).proven;
  }

  /** When the rate allows the next one, once {@code count} more have begun; may be in the past. */
  public synchronized Instant next(Destination destination, int count) {
    return paid(destination, state(destination), count);
  }

  /** Counts a delivery as begun. */
  public synchronized void begin(Destination destination) {
    State state = state(destination);
    unproven += state.proven ? 0 : 1;
    state.freeAt = paid(destination, state, 1);
    state.inFlight++;
  }

  /**
   * Counts a delivery as ended.
   *
   * @param well whether the receiver answered as one that works
   */
  public synchronized void end(Destination destination, boolean well) {
    State state = state(destination);
    unproven -= state.proven ? 0 : state.inFlight;
    state.inFlight = Math.max(0, state.inFlight - 1);
    state.proven = well;
    state.window = well ? Math.min(state.window * 2, destination.lane().concurrency()) : 1;
    unproven += state.proven ? 0 : state.inFlight;
  }

  private State state(Destination destination) {
    return states.computeIfAbsent(destination.id(), id -> new State());
  }

  private Instant paid(Destination destination, State state, int count) {
    Duration each = gap(destination);
    return each.isZero() || count == 0
        ? state.freeAt
        : from(state, clock.instant()).plus(each.multipliedBy(count));
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
    return (int) (1 + Duration.between(from(state, now), now).toNanos() / each.toNanos());
  }

  private static Instant from(State state, Instant now) {
    Instant earliest = now.minus(BURST);
    return state.freeAt.isBefore(earliest) ? earliest : state.freeAt;
  }

  private static Duration gap(Destination destination) {
    double rate = destination.lane().perSecond();
    return rate <= 0 ? Duration.ZERO : Duration.ofNanos((long) (1e9 / rate));
  }

  private static final class State {
    private int inFlight;
    private int window = 1;
    private boolean proven;
    private Instant freeAt = Instant.EPOCH;
  }
}
