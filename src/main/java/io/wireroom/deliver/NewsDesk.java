package io.wireroom.deliver;

import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.story.Fingerprint;
import io.wireroom.subscribe.Subscription;
import io.wireroom.subscribe.Subscriptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Decides who gets a brief. Thread-safe. */
public final class NewsDesk {

  private final Subscriptions subscriptions;
  private final Clock clock;

  public NewsDesk(Subscriptions subscriptions, Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /**
   * The brief with a delivery for each subscription that it matches, and a place in the next
   * round-up of each that has round-ups.
   */
  public Publication publication(Article article, Brief brief) {
    Fingerprint fingerprint = Fingerprint.of(article.text());
    return new Publication(article, brief, fingerprint, deliveries(brief), rounds(brief));
  }

  /** What the subscriptions are owed of a brief at once. */
  public List<Delivery> deliveries(Brief brief) {
    return matching(brief, subscription -> subscription.digest() == null);
  }

  /**
   * What the subscriptions are owed of a brief in their next round-up: whose delivery carries the
   * brief, so that these are kept under no id of their own.
   */
  public List<Delivery> rounds(Brief brief) {
    return matching(brief, subscription -> subscription.digest() != null);
  }

  private List<Delivery> matching(Brief brief, Predicate<Subscription> which) {
    Instant now = clock.instant();
    List<Delivery> deliveries = new ArrayList<>();
    for (Subscription subscription : subscriptions.current()) {
      if (which.test(subscription) && subscription.filter().matches(brief)) {
        String id = Delivery.idOf(brief.id(), subscription.id());
        deliveries.add(
            new Delivery(id, subscription.destinationId(), subscription.id(), brief.id(), 0, now));
      }
    }
    return deliveries;
  }
}
