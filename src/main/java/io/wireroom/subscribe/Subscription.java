package io.wireroom.subscribe;

import io.wireroom.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One destination's wish for briefs.
 *
 * @param id what its deliveries are known by; the same on every run
 * @param digest when a round-up goes out; null to send every brief at once
 */
public record Subscription(
    String id, String destinationId, Filter filter, @Nullable Digest digest) {

  /** How many hex digits of the hash an id has: 48 bits. */
  private static final int ID_DIGITS = 12;

  /**
   * A subscription; without an id of its own it gets one made from its content, whatever the order
   * of the words in it.
   */
  public static Subscription of(
      @Nullable String id, String destinationId, Filter filter, @Nullable Digest digest) {
    return new Subscription(
        id == null ? idOf(destinationId, filter, digest) : id, destinationId, filter, digest);
  }

  private static String idOf(String destinationId, Filter filter, @Nullable Digest digest) {
    String content =
        destinationId + "\n" + filter.canonical() + "\n" + (digest == null ? "" : digest);
    return destinationId + "-" + Sha256.hexOf(content).substring(0, ID_DIGITS);
  }
}
