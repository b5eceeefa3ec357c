package io.wireroom.hub;

import io.wireroom.deliver.Outcome;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Of the outcomes of a letter's parts, the one that decides what becomes of the letter. */
final class WorstOutcome implements AggregationStrategy {

  @Override
  public Exchange aggregate(@Nullable Exchange worst, Exchange next) {
    if (worst == null) {
      return next;
    }
    Outcome first = worst.getMessage().getBody(Outcome.class);
    Outcome second = next.getMessage().getBody(Outcome.class);
    return second.verdict().compareTo(first.verdict()) > 0 ? next : worst;
  }
}
