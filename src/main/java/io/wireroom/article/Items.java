package io.wireroom.article;

import java.time.Instant;
import java.util.List;

/** The items that wait for their article. Port; implemented in {@code store}. */
public interface Items {

  /**
   * Claims items that are due, oldest first. A claimed item is not handed out again before it is
   * published, {@link #postpone}d or {@link #giveUp given up}, or the process restarts.
   */
  List<PendingItem> claim();

  /** Puts an item back for another try. */
  void postpone(PendingItem item, Instant due, String why);

  /** Keeps an item as failed, with the reason, for a person to look at. */
  void giveUp(PendingItem item, String why);
}
