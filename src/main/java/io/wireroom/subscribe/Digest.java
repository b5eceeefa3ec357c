package io.wireroom.subscribe;

import io.wireroom.time.Cron;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A round-up of briefs at set times, instead of each brief at once.
 *
 * @param at when it goes out
 * @param zone what {@code at} is told in
 * @param max how many briefs one round-up has at most
 */
public record Digest(Cron at, ZoneId zone, int max) {

  /** When the next round-up goes out after a moment. */
  public Instant next(Instant after) {
    return at.next(after.atZone(zone)).toInstant();
  }
}
