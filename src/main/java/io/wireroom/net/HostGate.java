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

  private final int concurrency;
  private final Duration delay;
  private final Clock clock;
  private final Map<String, Visits> hosts = new HashMap<>();

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
      hosts.put(host(address), new Visits(1, now));
      return true;
    }
    if (visits.open >= concurrency || now.isBefore(visits.last.plus(delay))) {
      return false;
    }
    hosts.put(host(address), new Visits(visits.open + 1, now));
    return true;
  }

  /** The request has ended. */
  public synchronized void leave(URI address) {
    Visits visits = hosts.get(host(address));
    if (visits == null) {
      return;
    }
    if (visits.open <= 1 && !clock.instant().isBefore(visits.last.plus(delay))) {
      hosts.remove(host(address));
    } else {
      hosts.put(host(address), new Visits(Math.max(0, visits.open - 1), visits.last));
    }
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
  }

  private record Visits(int open, Instant last) {}
}
