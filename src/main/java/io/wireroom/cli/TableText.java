package io.wireroom.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How tables for people write lines and times. */
final class TableText {

  private TableText() {}

  /** A line of a form, without white space at its end, and the line's end. */
  static String line(String form, @Nullable Object... values) {
    String text = values.length == 0 ? form : String.format(Locale.ROOT, form, values);
    return text.stripTrailing() + System.lineSeparator();
  }

  /** A time to the second, in UTC. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * A time to the second, in UTC.
   *
   * @param none what stands for no time
   */
  static String time(@Nullable Instant at, String none) {
    return at == null ? none : time(at);
  }
}
