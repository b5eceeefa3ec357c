package io.wireroom.deliver.storage;

import java.util.List;

/**
 * Files of many briefs that have to be written anew. Port; implemented in {@code store}, where a
 * brief that was delivered and is not yet in its files is a row, so that none is forgotten.
 */
public interface Bindery {

  /**
   * Files whose time has come. A claimed one is not handed out again before it is settled or the
   * process restarts.
   */
  List<Volume> claim();

  /** Says what became of one; a file that failed is due again later. */
  void settle(Written written);
}
