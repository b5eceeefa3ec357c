package io.wireroom.web;

import java.util.List;
import java.util.Optional;

/**
 * The subscriptions made by the API. What is changed here takes effect at once: the next brief is
 * matched by it. Port; implemented in {@code store}.
 */
public interface Subscribers {

  /** All, oldest first; one that its destination was switched off for has the status off. */
  List<Subscriber> all();

  Optional<Subscriber> find(String id);

  /** Stores a new one, or one with the same id anew. */
  void put(Subscriber subscriber);

  /** Has its destination tried again, if it was switched off. */
  void reopen(String id);

  /**
   * Removes one, and gives up what waits for it.
   *
   * @return false if there is none
   */
  boolean remove(String id);

  /** What was sent to it, newest first. */
  List<Subscriber.Sent> sent(String id, int most);

  /**
   * Has one delivery sent again, under the same id.
   *
   * @return false if it has no such delivery
   */
  boolean replay(String id, String deliveryId);
}
