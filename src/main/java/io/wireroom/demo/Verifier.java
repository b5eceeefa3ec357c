package io.wireroom.demo;

import org.jspecify.annotations.Nullable;

/** Tells whether a webhook is from whom it should be from. Thread-safe. */
public interface Verifier {

  /**
   * Checks one delivery.
   *
   * @param id the header {@code webhook-id}; null when it was not sent
   * @param timestamp the header {@code webhook-timestamp}
   * @param signatures the header {@code webhook-signature}
   * @param body the exact bytes that arrived
   */
  Verdict verify(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body);

  /**
   * What was found.
   *
   * @param reason in words, for people; says which check failed
   */
  record Verdict(boolean verified, String reason) {}
}
