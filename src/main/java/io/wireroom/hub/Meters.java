package io.wireroom.hub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Publication;
import io.wireroom.poll.Poll;
import io.wireroom.poll.Source;
import io.wireroom.poll.Sources;
import io.wireroom.store.SourceStanding;
import io.wireroom.store.SourceStanding.Condition;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Wireroom's own numbers, beside Camel's, counted where each stage records what it came to:
 *
 * <ul>
 *   <li>{@code wireroom_polls_total}, by result
 *   <li>{@code wireroom_briefs_total}, by status
 *   <li>{@code wireroom_attempts_total}, by destination and verdict
 *   <li>{@code wireroom_deliveries_pending}, what the outbox owes now
 *   <li>{@code wireroom_sources}, by state: new, ok, failing, gone
 *   <li>{@code wireroom_sources_pushed}, those whose hub pushes (WebSub)
 * </ul>
 */
final class Meters {

  private final MeterRegistry registry;

  /**
   * @param pending how many deliveries are owed; asked at each scrape
   */
  Meters(MeterRegistry registry, Supplier<Number> pending) {
    this.registry = registry;
    Gauge.builder("wireroom.deliveries.pending", pending)
        .description("Deliveries that wait for their next attempt or are under way")
        .register(registry);
  }

  /** Counts sources by how they stand, at each scrape. */
  void sources(ToIntFunction<Condition> count, Supplier<Number> pushed) {
    for (Condition condition : Condition.values()) {
      Gauge.builder("wireroom.sources", condition, count::applyAsInt)
          .description("Sources by how they stand")
          .tag("state", SourceStanding.word(condition))
          .register(registry);
    }
    Gauge.builder("wireroom.sources.pushed", pushed)
        .description("Sources whose hub pushes what is new")
        .register(registry);
  }

  /** The same sources; what their polls come to is counted. */
  Sources counting(Sources sources) {
    return new CountedSources(sources);
  }

  /** The same outbox; its briefs and attempts are counted. */
  Outbox counting(Outbox outbox) {
    return new CountedOutbox(outbox);
  }

  private final class CountedSources implements Sources {

    private final Sources sources;

    CountedSources(Sources sources) {
      this.sources = sources;
    }

    @Override
    public List<Source> claim() {
      return sources.claim();
    }

    @Override
    public boolean record(Poll poll) {
      boolean work = sources.record(poll);
      Counter.builder("wireroom.polls")
          .description("Polls of sources")
          .tag("result", word(poll.result()))
          .register(registry)
          .increment();
      return work;
    }
  }

  private final class CountedOutbox implements Outbox {

    private final Outbox outbox;

    CountedOutbox(Outbox outbox) {
      this.outbox = outbox;
    }

    @Override
    public void publish(Publication publication) {
      outbox.publish(publication);
      Brief brief = publication.brief();
      Counter.builder("wireroom.briefs")
          .description("Briefs written, those of stories told before included")
          .tag("status", brief.status().word())
          .register(registry)
          .increment();
    }

    @Override
    public List<Letter> claim() {
      return outbox.claim();
    }

    @Override
    public void settle(Letter letter, Outcome outcome) {
      outbox.settle(letter, outcome);
      Counter.builder("wireroom.attempts")
          .description("Attempts to deliver")
          .tag("destination", letter.destination().id())
          .tag("verdict", word(outcome.verdict()))
          .register(registry)
          .increment();
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
