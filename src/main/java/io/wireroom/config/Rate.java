package io.wireroom.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often something may happen, such as {@code 1/s}, {@code 30/m} or {@code 1000/h}. */
public record Rate(double perSecond) {

  static final String PATTERN = "([1-9][0-9]{0,8})/(s|m|h)";

  private static final Pattern RATE = Pattern.compile(PATTERN);

  static Rate parse(String text) throws BadValue {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new BadValue("is not a rate", "write it as 1/s, 30/m or 1000/h");
    }
    int seconds =
        switch (rate.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          default -> 3600;
        };
    return new Rate(Double.parseDouble(rate.group(1)) / seconds);
  }
}
