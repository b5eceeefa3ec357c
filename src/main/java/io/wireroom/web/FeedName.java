package io.wireroom.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One of the hub's own feeds, in whatever form it is written.
 *
 * @param value the tag in lower case, or the subscription's id; empty for the feed of all briefs
 */
public record FeedName(Kind kind, String value) {

  /** Every brief that is no duplicate. */
  public static final FeedName ALL = new FeedName(Kind.ALL, "");

  /** What a feed is made of. */
  public enum Kind {
    ALL,
    TAG,
    SUBSCRIPTION
  }

  /** The feed of a tag; cases don't matter. */
  public static FeedName tag(String tag) {
    return new FeedName(Kind.TAG, tag.strip().toLowerCase(Locale.ROOT));
  }

  public static FeedName subscription(String id) {
    return new FeedName(Kind.SUBSCRIPTION, id);
  }

  /** How the state knows it: {@code all}, {@code tags/TAG} or {@code subscriptions/ID}. */
  public String key() {
    return switch (kind) {
      case ALL -> "all";
      case TAG -> "tags/" + value;
      case SUBSCRIPTION -> "subscriptions/" + value;
    };
  }

  /** Its address below {@code /feeds/}, without the ending. */
  String path() {
    return switch (kind) {
      case ALL -> "all";
      case TAG -> "tags/" + encoded();
      case SUBSCRIPTION -> "subscriptions/" + encoded();
    };
  }

  /** The value as one segment of a path. */
  String encoded() {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
