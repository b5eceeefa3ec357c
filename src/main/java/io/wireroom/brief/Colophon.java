package io.wireroom.brief;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The line under a brief that says how it was made, so that no reader takes a machine for a person.
 */
final class Colophon {

  private Colophon() {}

  static String of(Brief brief) {
    Brief.Made made = brief.made();
    StringBuilder line = new StringBuilder("Brief by Wireroom, ");
    if (made.model() == null) {
      line.append("in words taken from the article.");
    } else {
      line.append("written by ").append(made.model()).append(" and checked against the article.");
    }
    if (made.replaced() > 0) {
      line.append(" Sentences replaced by the article's own words: ").append(made.replaced());
      line.append('.');
    }
    if (brief.opinion() != null) {
      line.append(" The editorial opinion is the model's, not the source's.");
    }
    if (made.note() != null) {
      line.append(' ').append(made.note());
    }
    return line.toString();
  }

  /** The day of an instant in UTC, such as 2026-03-03. */
  static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
