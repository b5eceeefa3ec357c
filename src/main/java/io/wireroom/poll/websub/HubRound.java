package io.wireroom.poll.websub;

import io.wireroom.poll.PollSchedule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The hubs that a source names. One is asked at a time; when it fails the next has its turn, so
 * that one hub which is down does not cost the source its pushes.
 *
 * @param hub that is asked
 * @param others that the source names besides, to be asked when this one fails, next one first
 */
public record HubRound(URI hub, List<URI> others) {

  public HubRound {
    others = List.copyOf(others);
  }

  /** Whether there is another one to be asked. */
  boolean more() {
    return !others.isEmpty();
  }

  /**
   * With the next hub.
   *
   * @param again whether the hub before may be asked again in its turn; one that refuses for good,
   *     or that asks to be left alone, not before the source names it anew
   */
  HubRound next(boolean again) {
    List<URI> left = new ArrayList<>(others.subList(1, others.size()));
    if (again) {
      left.add(hub);
    }
    return new HubRound(others.get(0), left);
  }

  /**
   * How long the next hub has to wait for its turn: not at all, unless all have been asked in vain.
   *
   * @param asked failures in a row
   */
  Duration pause(int asked) {
    int round = others.size() + 1;
    return asked % round == 0 ? PollSchedule.backOff(asked / round) : Duration.ZERO;
  }

  /** What the source names now, this hub among them. */
  HubRound offered(List<URI> hubs) {
    List<URI> rest = new ArrayList<>(hubs);
    Collections.rotate(rest, -hubs.indexOf(hub));
    return new HubRound(hub, rest.subList(1, rest.size()));
  }
}
