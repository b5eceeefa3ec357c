package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Shares what may be claimed among the destinations: goes from lane to lane, longest overdue first,
 * takes what each can send now, and says when to come by again.
 */
final class LaneSweep {

  private static final int LANES_AT_ONCE = 64;

  /** What one claim looks at, at most, so that it does not keep the others' writes waiting. */
  private static final int MOST_LANES = 1024;

  /** A lane with no room left is looked at again when an attempt of its ends, or after this. */
  private static final Duration NAP = Duration.ofMillis(250);

  /** One that only waits for a place that it shares with others is not told when that is free. */
  private static final Duration BLINK = Duration.ofMillis(50);

  private final Lanes lanes;
  private final SqlLanes laneRows;
  private final SqlDeliveries deliveries;

  /**
   * @param lanes how much each destination can take
   */
  LaneSweep(Lanes lanes, SqlLanes laneRows, SqlDeliveries deliveries) {
    this.lanes = lanes;
    this.laneRows = laneRows;
    this.deliveries = deliveries;
  }

  /**
   * @param destinations those of the config, by their ids; a lane of another is closed
   * @param room how many may be claimed in all
   */
  List<DueDelivery> claim(
      Handle handle, Map<String, Destination> destinations, int room, Instant now) {
    List<DueDelivery> claimed = new ArrayList<>();
    int unproven = 0;
    for (int looked = 0; looked < MOST_LANES; looked += LANES_AT_ONCE) {
      List<String> due = laneRows.due(handle, now, LANES_AT_ONCE);
      for (String id : due) {
        Destination destination = destinations.get(id);
        if (destination == null) {
          laneRows.unknown(handle, id);
          continue;
        }
        if (claimed.size() == room) {
          return claimed;
        }
        int before = claimed.size();
        claimed.addAll(claim(handle, destination, room - before, unproven, now));
        unproven += lanes.proven(destination) ? 0 : claimed.size() - before;
      }
      if (due.size() < LANES_AT_ONCE) {
        break;
      }
    }
    return claimed;
  }

  private List<DueDelivery> claim(
      Handle handle, Destination destination, int room, int unproven, Instant now) {
    int free = lanes.free(destination, unproven);
    List<DueDelivery> due =
        free == 0 ? List.of() : deliveries.claim(handle, destination, now, Math.min(free, room));
    Instant next = lanes.next(destination, due.size());
    boolean full = due.size() == free && !next.isAfter(now);
    Duration nap = lanes.crowded(destination, unproven + due.size()) ? BLINK : NAP;
    laneRows.sleep(handle, destination.id(), full ? now.plus(nap) : next);
    return due;
  }
}
