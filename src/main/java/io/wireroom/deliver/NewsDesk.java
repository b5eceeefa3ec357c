package io.wireroom.deliver;

import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.story.Fingerprint;
import io.wireroom.subscribe.Subscription;
import io.wireroom.subscribe.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Decides who gets a brief. Thread-safe. */
public final class NewsDesk {

  private final Subscriptions subscriptions;
  private final Clock clock;

  public NewsDesk(Subscriptions subscriptions, Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /** The brief with a delivery for each subscription that it matches. */
  public Publication publication(Article article, Brief brief) {
    return new Publication(article, brief, Fingerprint.of(article.text()), deliveries(brief));
  }

  /** What the subscriptions are owed of a brief. */
  public List<Delivery> deliveries(Brief brief) {
    Instant now = clock.instant();
    List<Delivery> deliveries = new ArrayList<>();
    for (Subscription subscription : subscriptions.current()) {
      if (subscription.filter().matches(brief)) {
        String id = deliveryId(brief.id(), subscription.id());
        deliveries.add(
            new Delivery(id, subscription.destinationId(), subscription.id(), brief.id(), 0, now));
      }
    }
    return deliveries;
  }

  /** The same for the same brief and subscription on every run: 32 hex digits of a SHA-256. */
  public static String deliveryId(String briefId, String subscriptionId) {
    try {
      byte[] key = (briefId + "\n" + subscriptionId).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
