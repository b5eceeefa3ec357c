package io.wireroom.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes below 2 GiB, such as {@code 5MB} (5,000,000) or {@code 5MiB} (5,242,880). */
public record ByteSize(int bytes) {

  static final String PATTERN = "([1-9][0-9]{0,8})(B|KB|MB|GB|KiB|MiB|GiB)";

  private static final Pattern SIZE = Pattern.compile(PATTERN);

  static ByteSize parse(String text) throws BadValue {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new BadValue("is not a size", "write it as 500KB, 5MB or 64MiB");
    }
    long unit =
        switch (size.group(2)) {
          case "KB" -> 1_000L;
          case "MB" -> 1_000_000L;
          case "GB" -> 1_000_000_000L;
          case "KiB" -> 1L << 10;
          case "MiB" -> 1L << 20;
          case "GiB" -> 1L << 30;
          default -> 1L;
        };
    long bytes = Long.parseLong(size.group(1)) * unit;
    if (bytes > Integer.MAX_VALUE) {
      throw new BadValue("is too large", "the limit is 2GB");
    }
    return new ByteSize((int) bytes);
  }
}
