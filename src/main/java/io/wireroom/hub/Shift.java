package io.wireroom.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time between a hub's start and its stop, when it doesn't run as a service. */
final class Shift {

  /** What is done in it. */
  interface Work {
    void in(Shift shift) throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final ProducerTemplate template;
  private final Wiring wiring;
  private final Clock clock;
  private final Instant begun;
  private Instant idleSince;

  /**
   * @param begun when the hub was told to start
   */
  Shift(ProducerTemplate template, Wiring wiring, Clock clock, Instant begun) {
    this.template = template;
    this.wiring = wiring;
    this.clock = clock;
    this.begun = begun;
    this.idleSince = clock.instant();
  }

  /** Has stages begun, and gives them a moment. */
  void call(String... stages) throws InterruptedException {
    for (String stage : stages) {
      template.sendBody(stage, null);
    }
    Thread.sleep(BREATH.toMillis());
  }

  /**
   * Whether there is time left, and somebody to use it.
   *
   * @param most when to stop; null for no limit
   */
  boolean goesOn(@Nullable Duration most) {
    return !over(most) && !stuck();
  }

  /**
   * @param most when to stop; null for no limit, which has no half
   */
  boolean halfOver(@Nullable Duration most) {
    return most != null && clock.instant().isAfter(begun.plus(most.dividedBy(2)));
  }

  /** Whether anything is worked on, or is on its way to be. */
  boolean working() {
    return inFlight() || wiring.inHand();
  }

  private boolean over(@Nullable Duration most) {
    boolean over = most != null && clock.instant().isAfter(begun.plus(most));
    if (over) {
      LOG.warn("stopped after {}: what is left is kept for the next run", most);
    }
    return over;
  }

  /**
   * Whether rows are in hand that no route works on: a bug, since every route settles what it
   * takes. They stay claimed until the next start, so nothing is lost, and waiting for them would
   * be forever.
   */
  private boolean stuck() {
    if (inFlight() || !wiring.inHand()) {
      idleSince = clock.instant();
    }
    boolean stuck = clock.instant().isAfter(idleSince.plus(STUCK));
    if (stuck) {
      LOG.error("records were taken and not settled; they are released at the next start");
    }
    return stuck;
  }

  private boolean inFlight() {
    return template.getCamelContext().getInflightRepository().size() > 0;
  }
}
