package io.wireroom.deliver;

import io.wireroom.brief.Brief;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that one attempt needs: the delivery, where it goes, and what goes.
 *
 * @param attemptAt when this attempt is made; what timestamps and signatures are made from
 * @param thread what the receiver calls the message that this one answers; null when it answers
 *     none, or the receiver has no name for it
 * @param interrupted whether a process died over an earlier attempt, which may have arrived
 */
public record Letter(
    Delivery delivery,
    Destination destination,
    Content content,
    Instant attemptAt,
    @Nullable String thread,
    boolean interrupted) {

  /** A letter with a brief that stands for itself. */
  public Letter(Delivery delivery, Destination destination, Brief brief, Instant attemptAt) {
    this(delivery, destination, new Report(brief, false), attemptAt, null, false);
  }

  /** Whether there was an attempt before this one, however it ended. */
  public boolean again() {
    return interrupted || delivery.attempts() > 0;
  }

  /**
   * The brief that goes.
   *
   * @throws IllegalStateException if something else goes
   */
  public Brief brief() {
    if (content instanceof Report report) {
      return report.brief();
    }
    throw new IllegalStateException("delivery " + delivery.id() + " carries no single brief");
  }
}
