package io.wireroom.store;

import io.wireroom.poll.HubOffer;
import io.wireroom.poll.Poll;
import io.wireroom.poll.PollSchedule;
import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.HubLease.State;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the polls of a source mean for its hubs, and the hubs for its next poll: which hubs it
 * offers, whether they keep their promise, and how seldom it need be asked while they do.
 */
final class PolledHubs {

  private PolledHubs() {}

  /** The hub is asked to stop, if it pushes; one that does not has nothing to be asked. */
  private static void leave(Handle handle, HubLease lease, Instant now) {
    if (lease.running(now)) {
      HubLeaseRows.write(handle, lease, lease.leaving(now), now);
    } else if (lease.state() != State.LEAVING) {
      handle.execute("DELETE FROM hub_lease WHERE id = ?", lease.id());
    }
  }

  /** Hubs stop pushing for sources that are not polled any more, or begin anew elsewhere. */
  static int leaveUnpolled(Handle handle, Instant now) {
    List<HubLease> left =
        HubLeaseRows.where(
            handle,
            "state <> ? AND source_id NOT IN (SELECT id FROM source WHERE gone = 0 AND polled_at IS"
                + " NOT NULL)",
            "leaving");
    left.forEach(lease -> leave(handle, lease, now));
    return left.size();
  }

  /**
   * What a poll means for the source's hub, and the hub for the source's next poll.
   *
   * @param fresh how many of its items were new
   */
  static void polled(Handle handle, Poll poll, int fresh, Instant now) {
    String id = poll.source().id();
    List<HubLease> leases = HubLeaseRows.where(handle, "source_id = ? AND state <> 'leaving'", id);
    if (poll.result() == Poll.Result.GONE) {
      leases.forEach(lease -> leave(handle, lease, now));
    } else if (poll.offer() != null && !offered(handle, id, leases, poll.offer(), now)) {
      return;
    } else if (poll.result() != Poll.Result.FAILED && poll.source().every() == null) {
      HubLeaseRows.where(handle, "source_id = ? AND state <> 'leaving'", id)
          .forEach(lease -> rest(handle, lease, poll, fresh, now));
    }
  }

  /** Whether what is offered is what the hub was asked for already. */
  private static boolean offered(
      Handle handle, String sourceId, List<HubLease> leases, HubOffer offer, Instant now) {
    boolean known = false;
    for (HubLease lease : leases) {
      boolean same = offer.hubs().contains(lease.hub()) && lease.topic().equals(offer.topic());
      known |= same;
      if (!same) {
        leave(handle, lease, now);
      } else if (!lease.offered(offer.hubs()).equals(lease)) {
        HubLeaseRows.write(handle, lease, lease.offered(offer.hubs()), now);
      }
    }
    if (!known && !offer.hubs().isEmpty()) {
      HubLeaseRows.insert(handle, sourceId, offer, now);
    }
    return known;
  }

  private static void rest(Handle handle, HubLease lease, Poll poll, int fresh, Instant now) {
    if (!lease.running(now)) {
      return;
    }
    HubLease after = fresh > 0 ? lease.foundByPoll(poll.source().state().polledAt(), now) : lease;
    if (!after.equals(lease)) {
      HubLeaseRows.write(handle, lease, after, now);
    }
    if (after.good(now)) {
      Instant next = PollSchedule.rested(now, poll.next(), poll.state().quiet());
      handle.execute(
          "UPDATE source SET next_poll = ? WHERE id = ? AND next_poll < ?",
          next.toEpochMilli(),
          poll.source().id(),
          next.toEpochMilli());
    }
  }
}
