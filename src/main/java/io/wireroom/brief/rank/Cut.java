package io.wireroom.brief.rank;

/**
 * A range of a sentence that may be left out, and what is left still is a sentence that says
 * nothing new.
 *
 * @param from first UTF-16 unit in the text
 * @param to one past the last
 * @param kind why it may go
 */
record Cut(int from, int to, Kind kind) {

  /** Why a range may go. */
  enum Kind {
    /** Place and agency before the first sentence, or a list's mark: never part of what it says. */
    DATELINE(true),
    /** A word that only links to the sentence before. */
    OPENER(true),
    /** In round brackets. */
    BRACKET(false),
    /** Between dashes, or after the last one. */
    DASH(false),
    /** Who said so. */
    ATTRIBUTION(false),
    /** On what occasion it was said. */
    OCCASION(false),
    /** A name's age, home or role. */
    APPOSITION(false),
    /** A clause that hangs on the end. */
    TAIL(false),
    /** "Also". */
    LINK(false),
    /** A phrase of circumstance at the start. */
    LEAD(false),
    /** The weekday it happened. */
    WEEKDAY(false);

    private final boolean always;

    Kind(boolean always) {
      this.always = always;
    }

    /** Whether it always goes, whatever it holds. */
    boolean always() {
      return always;
    }
  }

  boolean overlaps(Cut other) {
    return from < other.to && other.from < to;
  }
}
