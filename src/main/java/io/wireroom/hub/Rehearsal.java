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
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Has a hub work through the shipped routes by a clock that stands while anything is worked on, and
 * is put forward where a rate or a polite pause has to pass. So the same input comes to the same
 * messages every time, in no more time than the work takes.
 */
final class Rehearsal {

  private static final Duration STEP = Duration.ofSeconds(1);

  /** More steps than any rate asks for, as each is twice the one before. */
  private static final int MOST_STEPS = 40;

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
        (template, begun) -> {
          work(template);
          if (until != null && clock.instant().isBefore(until)) {
            clock.forward(Duration.between(clock.instant(), until));
            work(template);
          }
        });
  }

  private void work(ProducerTemplate template) throws InterruptedException {
    read(template);
    send();
    Hub.call(template, "direct:digest");
    send();
  }

  private void read(ProducerTemplate template) throws InterruptedException {
    do {
      Hub.call(template, "direct:poll", "direct:brief");
      if (!hub.working() && hub.wiring().reading(Duration.ZERO)) {
        clock.forward(STEP);
      }
    } while (hub.working() || hub.wiring().reading(Duration.ZERO));
  }

  private void send() {
    Duration step = STEP;
    for (int steps = 0; steps < MOST_STEPS && hub.wiring().owing(); steps++) {
      List<Letter> claimed = hub.wiring().outbox().claim();
      for (Letter letter : claimed) {
        reader.accept(letter);
        hub.wiring().outbox().settle(letter, delivered());
      }
      if (claimed.isEmpty()) {
        clock.forward(step);
        step = step.multipliedBy(2);
      } else {
        step = STEP;
        steps = 0;
      }
    }
  }

  /** With a name for the message, which a later one may answer. */
  private Outcome delivered() {
    letters++;
    return new Outcome(Verdict.DELIVERED, "", 200, "", null, "message-" + letters);
  }
}
