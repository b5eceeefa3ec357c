package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.store.StateUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state as a file on this machine, for as long as a command works with it. A state that lies in
 * a bucket comes from there and goes back: it is one object, the file of SQLite packed by gzip. Who
 * changes it holds it, so that two runs never work with the same state; a run that is killed holds
 * it for some minutes longer, and what it did since the last time it was put there is done again.
 */
public final class StateCopy implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateCopy.class);

  /** How long a run that is not heard of any more keeps others out. */
  static final Duration HELD = Duration.ofMinutes(10);

  /** How often a run puts its state into the bucket, and so how much is done again at most. */
  static final Duration OFTEN = Duration.ofMinutes(1);

  private final HubConfig config;
  private final Clock clock;
  private final @Nullable StateBucket bucket;
  private Instant saved;
  private Instant tried;

  private StateCopy(HubConfig config, Clock clock, @Nullable StateBucket bucket) {
    this.config = config;
    this.clock = clock;
    this.bucket = bucket;
    this.saved = clock.instant();
    this.tried = saved;
  }

  /**
   * For a command that changes the state. What it holds goes back when it is closed.
   *
   * @param home the folder that holds {@code routes/}
   * @throws StateUnavailable if the state can't be had, or another run has it
   */
  public static StateCopy toChange(HubConfig config, Path home, Clock clock) {
    return of(config, home, clock, true);
  }

  /** For a command that only looks; whoever holds the state may go on. */
  public static StateCopy toRead(HubConfig config, Path home, Clock clock) {
    return of(config, home, clock, false);
  }

  private static StateCopy of(HubConfig config, Path home, Clock clock, boolean change) {
    if (!config.state().inBucket()) {
      return new StateCopy(config, clock, null);
    }
    StateBucket bucket = StateBucket.open(config, home, clock, change);
    HubConfig local = config.with(bucket.local(), config.briefs());
    return new StateCopy(local, clock, bucket);
  }

  /** The same config, with the state on this machine. */
  public HubConfig config() {
    return config;
  }

  /**
   * To be called again and again while a run works: puts the state as it is now into the bucket
   * from time to time. When that can't be done, it is tried again until others may take the state.
   *
   * @throws StateUnavailable if another run has taken the state, or may take it by now
   */
  public void keepUp() {
    Instant now = clock.instant();
    if (bucket == null || now.isBefore(tried.plus(OFTEN))) {
      return;
    }
    tried = now;
    try {
      bucket.save(now.plus(HELD));
      saved = now;
    } catch (StateUnavailable e) {
      if (bucket.lost() || now.isAfter(saved.plus(HELD).minus(OFTEN))) {
        throw e;
      }
      LOG.warn("the state could not be put into the bucket: {}", e.getMessage());
    }
  }

  /**
   * Puts the state back, where it was taken to be changed.
   *
   * @throws StateUnavailable if it can't be put there; another run repeats what this one did
   */
  @Override
  public void close() {
    if (bucket != null) {
      bucket.close();
    }
  }
}
