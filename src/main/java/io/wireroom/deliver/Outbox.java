package io.wireroom.deliver;

import java.util.List;

/** Briefs and what is owed of them. Port; implemented in {@code store}. */
public interface Outbox {

  /**
   * Stores a brief, its story and its deliveries, and marks its item done, in one transaction. A
   * brief that is there already, or whose story was already told, is stored without deliveries.
   */
  void publish(Publication publication);

  /**
   * Claims deliveries that are due, as many as each destination's rate and concurrency allow. A
   * claimed delivery is not handed out again before it is settled or the process restarts.
   */
  List<Letter> claim();

  /** Records an attempt and what becomes of its delivery, in one transaction. */
  void settle(Letter letter, Outcome outcome);
}
