package io.wireroom.article;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An item's page could not be had this time; it is worth another try. */
public final class PageUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  PageUnavailable(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** What the site asked for; null when it did not. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
