package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.config.StateConfig;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.HeldObject;
import io.wireroom.deliver.storage.HeldObject.Version;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The object that a state in a bucket is, and the file that stands for it here: the file of SQLite,
 * packed by gzip. Who changes it holds it.
 */
final class StateBucket implements AutoCloseable {

  private static final int TRIES = 3;

  private final HeldObject object;
  private final BucketLine line;
  private final Clock clock;
  private final Scratch scratch;
  private final boolean change;
  private final String address;
  private final String holder = UUID.randomUUID().toString();
  private @Nullable String etag;
  private boolean lost;

  private StateBucket(HubConfig config, Path home, Clock clock, boolean change) throws IOException {
    this.clock = clock;
    this.change = change;
    address = config.state().url();
    StorageDestination storage = ConfiguredDestinations.stateBucket(config);
    object = new HeldObject(storage, address.substring(address.lastIndexOf('/') + 1));
    scratch = Scratch.of("state");
    line = new BucketLine(config.network(), home, clock);
  }

  static StateBucket open(HubConfig config, Path home, Clock clock, boolean change) {
    try {
      StateBucket bucket = new StateBucket(config, home, clock, change);
      try {
        bucket.fetch();
        return bucket;
      } catch (IOException | RuntimeException e) {
        bucket.lost = true;
        bucket.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StateUnavailable("the state can't be written here: " + e.getMessage(), e);
    }
  }

  StateConfig local() {
    return new StateConfig("sqlite:" + file(), null);
  }

  private Path file() {
    return scratch.file("state.db");
  }

  private void fetch() throws IOException {
    Instant now = clock.instant();
    Version version = version();
    if (change && version.isHeld(now)) {
      throw busy(version.heldUntil());
    }
    if (version.etag() != null) {
      if (!Gzip.unpack(version.bytes(), file())) {
        throw new StateUnavailable(
            address + " is no state of Wireroom's; name another object, or remove it", null);
      }
    } else if (!change) {
      throw new StateUnavailable(
          "there is no state in " + address + " yet; it comes with the first run", null);
    }
    etag = version.etag();
    if (change) {
      put(etag == null ? Gzip.pack(null) : version.bytes(), now.plus(StateCopy.HELD));
    }
  }

  /** The file as it is in a transaction's sight, also while a hub is working with it. */
  void save(@Nullable Instant heldUntil) {
    Path copy = scratch.file("copy.db");
    try {
      Files.deleteIfExists(copy);
      Store.copy("sqlite:" + file(), copy);
      put(Gzip.pack(Files.exists(copy) ? copy : null), heldUntil);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(byte[] bytes, @Nullable Instant heldUntil) {
    boolean put = tryPut(bytes, heldUntil);
    if (!put) {
      // A write whose answer was lost on the way looks like somebody else's.
      Version there = version();
      if (holder.equals(there.holder())) {
        etag = there.etag();
        put = tryPut(bytes, heldUntil);
      }
    }
    if (!put) {
      lost = true;
      throw busy(null);
    }
  }

  /** Whether what was there was what this one knew. */
  private boolean tryPut(byte[] bytes, @Nullable Instant heldUntil) {
    Instant now = clock.instant();
    String next =
        asked(() -> object.written(line.call(object.put(bytes, etag, holder, heldUntil, now))));
    etag = next == null ? etag : next;
    return next != null;
  }

  private Version version() {
    Instant now = clock.instant();
    return asked(() -> object.read(line.call(object.get(now))));
  }

  /** Whether somebody else has the state by now, so that this one can't be put back. */
  boolean lost() {
    return lost;
  }

  /** Asks again when something is wrong: what a run did is worth more than a moment. */
  private <T extends @Nullable Object> T asked(Supplier<T> talk) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return talk.get();
      } catch (HeldObject.Refused e) {
        if (left == 0) {
          throw new StateUnavailable(address + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private StateUnavailable busy(@Nullable Instant until) {
    String when =
        until == null
            ? "run one at a time"
            : "it gives it back when it ends, or, if it was killed, at "
                + until.truncatedTo(ChronoUnit.SECONDS);
    return new StateUnavailable(
        "another run is working with the state in " + address + "; " + when, null);
  }

  @Override
  public void close() {
    try {
      if (change && !lost) {
        save(null);
      }
    } finally {
      line.close();
      scratch.close();
    }
  }
}
