package io.wireroom.poll.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hub keeps its promise to push, as its pushes and our polls show. A source whose hub
 * keeps it is polled only to make sure.
 *
 * @param pushedAt the last push with a good signature; null when there was none
 */
public record PushTrust(Level level, @Nullable Instant pushedAt) {

  /** How far apart a push and the poll that finds the same may be. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  /** Whether pushes bring all that is new. */
  public enum Level {
    GOOD,
    /** The hub said that there is news without saying what, and no poll has found it yet. */
    AWAITING,
    /** A poll found news that was not pushed, and nothing was pushed since. */
    MISSED
  }

  /**
   * Something was pushed.
   *
   * @param thin whether it says that there is news, and not what
   */
  static PushTrust pushed(boolean thin, Instant now) {
    return new PushTrust(thin ? Level.AWAITING : Level.GOOD, now);
  }

  /**
   * A poll found news.
   *
   * @param since when the hub began to push; null when it did not
   * @param before the last good poll before it; null when there was none
   */
  PushTrust foundByPoll(@Nullable Instant since, @Nullable Instant before, Instant now) {
    boolean pushable = before != null && since != null && before.isAfter(since);
    boolean together = pushedAt != null && pushedAt.plus(TOGETHER).isAfter(now);
    if (level == Level.AWAITING) {
      return new PushTrust(Level.GOOD, pushedAt);
    }
    return pushable && !together ? new PushTrust(Level.MISSED, pushedAt) : this;
  }
}
