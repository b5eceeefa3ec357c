package io.wireroom.hub;

import io.wireroom.store.SqlDeliveryLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the state from growing without end. */
public final class Pruning {

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  private final SqlDeliveryLog deliveries;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param kept how long attempts are kept, and deliveries that arrived
   */
  Pruning(SqlDeliveryLog deliveries, Duration kept, Clock clock) {
    this.deliveries = deliveries;
    this.kept = kept;
    this.clock = clock;
  }

  /** Removes what is older than it is kept. */
  public void prune() {
    Instant now = clock.instant();
    int rows = deliveries.prune(now.minus(kept), now);
    if (rows > 0) {
      LOG.info("prune rows={}", rows);
    }
  }
}
