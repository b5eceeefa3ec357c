package io.wireroom.web;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.subscribe.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that was made by the API: a webhook, and what it wants, in one.
 *
 * @param id also the id of its destination and of its subscription
 * @param secret what its events are signed with, {@code whsec_…}; shown once, when it is made
 * @param note why the status is what it is; empty when there is nothing to say
 */
public record Subscriber(
    String id,
    URI url,
    Wish wish,
    Format format,
    String secret,
    Status status,
    String note,
    Instant createdAt) {

  /** How many of its events are on their way at once. */
  private static final int CONCURRENCY = 4;

  /** What an event looks like. */
  public enum Format {
    BRIEF,
    CLOUDEVENTS;

    /** The word in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it gets events. */
  public enum Status {
    /** It has not proved yet that it wants them. */
    PENDING,
    ACTIVE,
    /** Its owner wants none for now; what is published meanwhile is not sent later. */
    PAUSED,
    /** It said 410, or failed for days; made active again by its owner. */
    OFF;

    /** The word in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Subscriber as(Status next, String why) {
    return new Subscriber(id, url, wish, format, secret, next, why, createdAt);
  }

  /** Where its events go. */
  public Destination destination() {
    return new WebhookDestination(
        id, new Destination.Lane(0, CONCURRENCY), url, List.of(secret), Map.of(), format.word());
  }

  /** Which briefs it gets. */
  public Subscription subscription() {
    return Subscription.of(id, id, wish.filter(), null);
  }

  /** One attempt to deliver to it. */
  public record Attempt(
      Instant at, long tookMs, String verdict, int status, String reason, String answer) {}

  /**
   * A delivery to it.
   *
   * @param state {@code pending}, {@code delivered} or {@code dead}
   * @param url of the article; null when its brief is not there any more
   */
  public record Sent(
      String id,
      String briefId,
      String state,
      Instant createdAt,
      Instant due,
      String note,
      @Nullable String url,
      List<Attempt> attempts) {

    public Sent {
      attempts = List.copyOf(attempts);
    }
  }
}
