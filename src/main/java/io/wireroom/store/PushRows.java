package io.wireroom.store;

import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.HubLease.State;
import io.wireroom.poll.websub.Pushed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores what a hub pushed, and what that says about the hub, inside one transaction. */
final class PushRows {

  private PushRows() {}

  /**
   * @return how many items were not seen before
   */
  static int take(Handle handle, Pushed pushed, Clock clock) {
    Instant now = clock.instant();
    Optional<HubLease> lease =
        HubLeaseRows.find(handle, pushed.lease().id())
            .filter(each -> each.state() != State.LEAVING);
    if (lease.isEmpty()) {
      return 0;
    }
    HubLeaseRows.write(handle, lease.get(), lease.get().pushed(pushed.thin(), now), now);
    if (pushed.thin()) {
      pollNow(handle, lease.get().sourceId(), now);
    }
    return pushed.items().stream()
        .mapToInt(item -> PollRows.insert(handle, item, false, clock.instant()))
        .sum();
  }

  /**
   * There is news, so how long the last answer was to be good for does not count any more; what a
   * host asked for that was asked too often does, and so does a back-off.
   */
  private static void pollNow(Handle handle, String sourceId, Instant now) {
    handle.execute(
        "UPDATE source SET not_before = ?, next_poll = ? WHERE id = ? AND failures = 0 AND gone = 0"
            + " AND next_poll > ?",
        now.toEpochMilli(),
        now.toEpochMilli(),
        sourceId,
        now.toEpochMilli());
  }
}
