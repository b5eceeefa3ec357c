package io.wireroom.poll;

import java.util.List;

/** The sources and what is known of them. Port; implemented in {@code store}. */
public interface Sources {

  /**
   * Claims sources that are due, longest overdue first. A claimed source is not handed out again
   * before {@link #record} is called for it, or the process restarts.
   *
   * @return empty when none is due
   */
  List<Source> claim();

  /**
   * Records what a poll came to: the source's new state, and those of its items that were not seen
   * before, in one transaction.
   *
   * @return whether there is an item to work on that was not there before
   */
  boolean record(Poll poll);
}
