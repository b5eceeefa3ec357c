package io.wireroom.poll.websub;

import java.time.Duration;

/**
 * What a hub answered to a request of ours.
 *
 * @param lease as it was when the hub was asked
 * @param accepted whether the hub will call back
 * @param lasting whether it refuses for good
 * @param retryAfter how long it asks to be left alone; zero when it does not
 * @param note for people: what came of it
 */
public record HubAnswer(
    HubLease lease, boolean accepted, boolean lasting, Duration retryAfter, String note) {

  /** How long a hub that said yes may take to call back. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** A hub that refused for good is asked again all the same, though rarely. */
  static final Duration REFUSED = Duration.ofDays(7);

  /** How long the hub is to be left alone at least. */
  Duration rest() {
    return accepted ? PATIENCE : lasting ? REFUSED : retryAfter;
  }
}
