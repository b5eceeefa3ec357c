package io.wireroom.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How lengths of time are written: a whole number and a unit, such as {@code 500ms}, or 0. */
final class Durations {

  static final String PATTERN = "0|([0-9]{1,9})(ms|s|m|h|d)";

  private static final Pattern DURATION = Pattern.compile(PATTERN);

  private Durations() {}

  static Duration parse(String text) throws BadValue {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      throw new BadValue("is not a length of time", "write it as 500ms, 1s, 15m, 2h or 1d");
    }
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    long amount = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
