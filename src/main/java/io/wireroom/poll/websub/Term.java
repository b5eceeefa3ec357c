package io.wireroom.poll.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a hub has promised to push. What a poll finds tells something about the hub
 * only from its beginning on; nothing may be hoped for after its end.
 *
 * @param since the hub's first yes; null when there was none
 * @param endsAt when the hub stops unless it is asked again; null when there was no yes
 */
public record Term(@Nullable Instant since, @Nullable Instant endsAt) {

  /** Whether it has begun and not ended. */
  boolean lasts(Instant now) {
    return endsAt != null && now.isBefore(endsAt);
  }

  /** Whether it ran out before it was renewed. */
  boolean lapsed(Instant now) {
    return endsAt != null && !now.isBefore(endsAt);
  }

  /** A time, or the end if that is earlier. */
  Instant atTheLatest(Instant time) {
    return endsAt != null && endsAt.isBefore(time) ? endsAt : time;
  }
}
