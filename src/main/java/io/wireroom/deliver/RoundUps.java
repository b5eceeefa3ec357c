package io.wireroom.deliver;

import java.util.List;

/** The round-ups that subscriptions wait for. Port; implemented in {@code store}. */
public interface RoundUps {

  /** The subscriptions whose round-up is due. Times that passed meanwhile count once. */
  List<String> due();

  /**
   * Makes a subscription's round-up of all that waits for it, and owes it to its destination, in
   * one transaction. Nothing is made when nothing waits, or when it is not due any more.
   */
  void compose(String subscriptionId);
}
