package io.wireroom.store;

import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Report;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one attempt, inside one transaction: for the delivery, for its destination, and
 * for the volume that a stored brief is to be gathered into.
 */
final class Settlement {

  private final SqlDeliveries deliveries;
  private final LaneHealth health = new LaneHealth();

  Settlement(SqlDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * @param number of the delivery's row
   * @return why the destination was switched off by it; null if it was not
   */
  @Nullable String settle(Handle handle, long number, Letter letter, Outcome outcome, Instant now) {
    Delivery delivery = letter.delivery();
    Instant again = Backoff.next(delivery, outcome, now);
    if (!deliveries.settle(handle, number, delivery, letter.attemptAt(), outcome, again, now)) {
      return null;
    }
    if (outcome.verdict() == Verdict.DELIVERED && letter.content() instanceof Report report) {
      SqlVolumes.owe(handle, letter.destination(), report.brief(), now);
    }
    return health.settled(handle, delivery.destinationId(), outcome, now);
  }

  /**
   * Counts a delivery as dead because what it carries can't be read. Its destination has no part in
   * that.
   */
  boolean setAside(Handle handle, DueDelivery due, RuntimeException unreadable, Instant now) {
    Delivery delivery = due.delivery();
    String why = "what it carries, " + delivery.briefId() + ", can't be read: " + unreadable;
    Outcome outcome = new Outcome(Verdict.REJECTED, why, 0, "", null, null);
    return deliveries.settle(handle, due.number(), delivery, due.claimedAt(), outcome, null, now);
  }
}
