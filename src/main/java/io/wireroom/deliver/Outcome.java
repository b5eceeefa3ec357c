package io.wireroom.deliver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt came to.
 *
 * @param verdict what happens next
 * @param reason in words, with what to do when a person must act; no secrets
 * @param status the receiver's HTTP status; 0 when there was none
 * @param answer the first 4 KiB of the receiver's answer, secrets masked
 * @param retryAfter what the receiver asked for; null when it did not
 * @param reference what the receiver calls it: a Slack ts, an object's key; null when none
 */
public record Outcome(
    Verdict verdict,
    String reason,
    int status,
    String answer,
    @Nullable Duration retryAfter,
    @Nullable String reference) {

  /** What happens to the delivery after an attempt. */
  public enum Verdict {
    /** The receiver has it. */
    DELIVERED,
    /** Not now: try again by the schedule, or when the receiver says. */
    RETRY,
    /** The receiver is overloaded: try again, and slow the whole destination down until then. */
    THROTTLED,
    /** This delivery can never succeed; it is kept as dead, to be replayed by a person. */
    REJECTED,
    /** The destination is gone or misconfigured: stop sending to it until a person acts. */
    DESTINATION_OFF
  }

  /** Whether the receiver works: it has it, or refuses this one alone. */
  public boolean receiverWorks() {
    return verdict == Verdict.DELIVERED || verdict == Verdict.REJECTED;
  }
}
