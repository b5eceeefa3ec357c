package io.wireroom.net;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps Wireroom polite: how many requests a host gets at once, and how far apart they begin.
 * Thread-safe.
 */
public final class HostGate {

  private static final Duration BREATH = Duration.ofMillis(50);

  private static final int CROWDED = 1024;

  private final int concurrency;
  private final Duration delay;
  private final Clock clock;
  private final Map<String, Visits> hosts = new HashMap<>();
  private int crowded = CROWDED;

  /**
   * @param concurrency requests to one host at once, at least 1
   * @param delay between the beginnings of two requests to one host
   */
  public HostGate(int concurrency, Duration delay, Clock clock) {
    this.concurrency = concurrency;
    this.delay = delay;
    this.clock = clock;
  }

  /** Whether a request to this address may begin now; if so it counts until {@link #leave}. */
  public synchronized boolean enter(URI address) {
    Instant now = clock.instant();
    Visits visits = hosts.get(host(address));
    if (visits == null) {
      forgetIdle(now);
      hosts.put(host(address), new Visits(1, now, now));
      return true;
    }
    if (visits.open >= concurrency || now.isBefore(visits.last.plus(delay))) {
      return false;
    }
    hosts.put(host(address), new Visits(visits.open + 1, now, visits.queued));
    return true;
  }

  /**
   * A place in the queue of a host that is busy: when to come again. Those who queue come one delay
   * apart, so that a host with a thousand sources neither gets them all at once nor keeps others
   * waiting.
   */
  public synchronized Instant queue(URI address) {
    Instant now = clock.instant();
    Visits visits = hosts.getOrDefault(host(address), new Visits(0, now, now));
    Instant last = visits.queued.isBefore(now) ? now : visits.queued;
    Instant place = delay.isZero() ? now.plus(BREATH) : last.plus(delay);
    hosts.put(host(address), new Visits(visits.open, visits.last, place));
    return place;
  }

  /** The request has ended. */
  public synchronized void leave(URI address) {
    Visits visits = hosts.get(host(address));
    if (visits == null) {
      return;
    }
    Instant now = clock.instant();
    Visits left = new Visits(Math.max(0, visits.open - 1), visits.last, visits.queued);
    if (idle(left, now)) {
      hosts.remove(host(address));
    } else {
      hosts.put(host(address), left);
    }
  }

  private boolean idle(Visits visits, Instant now) {
    return visits.open == 0
        && !now.isBefore(visits.last.plus(delay))
        && !now.isBefore(visits.queued);
  }

  /** Most requests end before their host's delay does, so hosts are forgotten here. */
  private void forgetIdle(Instant now) {
    if (hosts.size() >= crowded) {
      hosts.values().removeIf(visits -> idle(visits, now));
      crowded = Math.max(CROWDED, 2 * hosts.size());
    }
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
  }

  /**
   * @param open requests under way
   * @param last when the latest began
   * @param queued the last place in the queue that was given
   */
  private record Visits(int open, Instant last, Instant queued) {}
}
