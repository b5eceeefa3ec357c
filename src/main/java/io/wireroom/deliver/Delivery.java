package io.wireroom.deliver;

import io.wireroom.hash.Sha256;
import java.time.Instant;

/**
 * What one subscription is owed: a brief, a round-up, or a notice; a row of the outbox.
 *
 * @param id hash of what goes + subscription: the same on every run, so a replay makes no new one;
 *     hex
 * @param destinationId where it goes
 * @param subscriptionId why it goes there
 * @param briefId what goes: the id of a brief, of a round-up, or of a notice
 * @param attempts how many attempts were made before this one
 * @param createdAt when the brief was matched, or the rest was made
 */
public record Delivery(
    String id,
    String destinationId,
    String subscriptionId,
    String briefId,
    int attempts,
    Instant createdAt) {

  private static final int ID_DIGITS = 32;

  /** The same for the same content and subscription on every run: 32 hex digits of a SHA-256. */
  public static String idOf(String contentId, String subscriptionId) {
    return Sha256.hexOf(contentId + "\n" + subscriptionId).substring(0, ID_DIGITS);
  }
}
