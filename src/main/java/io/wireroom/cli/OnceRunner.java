package io.wireroom.cli;

import java.nio.file.Path;

/** Runs the hub until nothing is due, as {@code run --once} does. */
public interface OnceRunner {

  /**
   * Runs and ends.
   *
   * @return 0 all done, 1 bad config, 2 something failed and is kept for the next run
   */
  int runOnce(Path config);
}
