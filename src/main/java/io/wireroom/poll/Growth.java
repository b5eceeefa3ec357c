package io.wireroom.poll;

/**
 * How much longer a document may become by being read. Each short link grows by the address that it
 * is relative to, so a feed could otherwise be made to fill the memory with its own base.
 */
final class Growth {
  /** Characters of links and of markup in a whole document; more than any feed of 8 MB needs. */
  private static final int MOST = 10_000_000;

  private int left = MOST;

  /** Counts what was written. */
  void add(int characters) {
    left = Math.max(0, left - characters);
  }

  /** Whether links may still be made absolute. */
  boolean allowed() {
    return left > 0;
  }
}
