package io.wireroom.cli;

/** Exit codes that mean the same for every command. */
final class Exit {

  /** All done. */
  static final int OK = 0;

  /** The config is bad, or the state can't be opened; nothing was done. */
  static final int BAD_CONFIG = 1;

  /** Something failed and is kept for the next run. */
  static final int KEPT = 2;

  private Exit() {}
}
