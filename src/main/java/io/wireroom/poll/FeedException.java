package io.wireroom.poll;

import java.util.List;

/**
 * The bytes are not a feed. The message says what they are, where that shows, and what to do;
 * {@link #feeds()} holds addresses to try instead.
 */
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> feeds;

  FeedException(String message) {
    this(message, List.of());
  }

  FeedException(String message, List<String> feeds) {
    super(message);
    this.feeds = List.copyOf(feeds);
  }

  /** Addresses that are likely to be feeds, best first; empty when none are known. */
  public List<String> feeds() {
    return feeds;
  }
}
