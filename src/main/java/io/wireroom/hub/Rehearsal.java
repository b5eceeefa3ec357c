package io.wireroom.hub;

import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.store.Tally;
import io.wireroom.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a hub work through the shipped routes by a clock that stands while anything is worked on, and
 * is put forward where a rate or a polite pause has to pass. So the same input comes to the same
 * messages every time, in no more time than the work takes.
 */
final class Rehearsal {

  private static final Duration STEP = Duration.ofSeconds(1);

  /** No rate asks for a longer pause; each step is twice the one before. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Hub hub;
  private final ManualClock clock;
  private final Consumer<Letter> reader;
  private int letters;

  /**
   * @param hub opened for a trial, with the same clock
   * @param reader gets every message that would be sent; each counts as delivered
   */
  Rehearsal(Hub hub, ManualClock clock, Consumer<Letter> reader) {
    this.hub = hub;
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * Reads, writes and hands over all that there is.
   *
   * @param until the time to go on to when that is done, for round-ups; null for not at all
   * @return what became of the sources and the articles
   */
  Tally until(@Nullable Instant until) throws Exception {
    return hub.run(
        shift -> {
          work(shift);
          if (until != null && clock.instant().isBefore(until)) {
            clock.forward(Duration.between(clock.instant(), until));
            work(shift);
          }
        });
  }

  private void work(Shift shift) throws InterruptedException {
    read(shift);
    send();
    shift.call("direct:digest");
    send();
  }

  private void read(Shift shift) throws InterruptedException {
    do {
      shift.call("direct:poll", "direct:brief");
      if (!shift.working() && hub.wiring().reading(Duration.ZERO)) {
        clock.forward(STEP);
      }
    } while (shift.working() || hub.wiring().reading(Duration.ZERO));
  }

  private void send() {
    Duration step = STEP;
    while (hub.wiring().owing() && step.compareTo(LONGEST) < 0) {
      List<Letter> claimed = hub.wiring().outbox().claim();
      for (Letter letter : claimed) {
        reader.accept(letter);
        hub.wiring().outbox().settle(letter, delivered());
      }
      if (claimed.isEmpty()) {
        clock.forward(step);
      }
      step = claimed.isEmpty() ? step.multipliedBy(2) : STEP;
    }
  }

  /** With a name for the message, which a later one may answer. */
  private Outcome delivered() {
    letters++;
    return new Outcome(Verdict.DELIVERED, "", 200, "", null, "message-" + letters);
  }
}
