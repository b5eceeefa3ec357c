package io.wireroom.poll.websub;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Our subscriptions at hubs. Port; implemented in {@code store}. */
public interface HubLeases {

  /**
   * Claims those whose hub is to be asked now. One that is claimed is not handed out again before
   * {@link #record} is called for it, or the process restarts.
   */
  List<HubLease> claim();

  /** Records what the hub answered. */
  void record(HubAnswer answer);

  /** The one whose callback ends with this token, if it was ever asked for. */
  Optional<HubLease> find(String token);

  /**
   * Changes one in a transaction. Where the change ends the hub's pushing, the source is soon
   * polled.
   *
   * @param change gets it as it is now, and gives it back if nothing is to change
   */
  void change(HubLease lease, UnaryOperator<HubLease> change);

  /** Forgets one: the hub will not call any more. */
  void remove(HubLease lease);

  /**
   * Records what was pushed: items that were not seen before, and that the hub keeps its promise,
   * in one transaction. A push that brings no feed has the source polled at once.
   *
   * @return whether there is an item to work on that was not there before
   */
  boolean take(Pushed pushed);
}
