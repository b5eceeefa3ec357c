package io.wireroom.brief.facts;

import java.util.Locale;

/**
 * Why a sentence may not be published: one fact in it that its evidence does not bear out.
 *
 * @param kind the class of fact, as published in {@code fact-gate.md}
 * @param what the words objected to
 * @param why what the evidence has instead, for people
 */
public record Objection(Kind kind, String what, String why) {

  /** The classes of fact that the gate holds to the evidence. */
  public enum Kind {
    NUMBER,
    AMOUNT,
    DATE,
    UNIT,
    NAME,
    NEGATION,
    QUOTATION,
    ATTRIBUTION,
    STATUS,
    /** The sentence as a whole: it is about something else, or in a language with no word lists. */
    SUPPORT
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " \"" + what + "\": " + why;
  }
}
