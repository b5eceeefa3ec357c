package io.wireroom.article;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often, and when, the page of an item is tried again. */
public final class PageRetry {

  /** After this many tries an item goes out with what its feed has. */
  public static final int TRIES = 4;

  private static final List<Duration> WAITS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

  private PageRetry() {}

  /**
   * How long to wait before the next try.
   *
   * @param tried how many tries were made, at least 1
   * @param asked what the site asked for, never undercut; null when it did not ask
   */
  public static Duration wait(int tried, @Nullable Duration asked) {
    Duration wait = WAITS.get(Math.min(Math.max(tried, 1), WAITS.size()) - 1);
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }
}
