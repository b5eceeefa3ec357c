package io.wireroom.poll;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The zone in a feed's date, which stands after the time, and what follows it.
 *
 * @param seconds east of Greenwich; null when it is a region, or there is none
 * @param region its name, such as {@code europe/berlin}; null when it is an offset, or there is
 *     none
 * @param rest what stands behind it
 */
record FeedZone(@Nullable Integer seconds, @Nullable String region, String rest) {
  private static final Pattern OFFSET =
      Pattern.compile("(?i)^\\s*(?:gmt|utc)?\\s*([+-])\\s?(\\d{1,2}):?(\\d{2})?(?![\\w:])");

  private static final Pattern ZONE_WORD =
      Pattern.compile("^\\s*\\(?([A-Za-z]+(?:/[A-Za-z_+-]+)*)\\)?(?![\\w:])");

  /**
   * The zone that a text begins with.
   *
   * @param after what follows the time
   * @throws DateTimeException if it is an offset that no clock has
   */
  static FeedZone first(String after) {
    Matcher offset = OFFSET.matcher(after);
    if (offset.find()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      if (hours > 24 || minutes > 59) {
        throw new DateTimeException("offset");
      }
      int seconds = (hours * 60 + minutes) * 60;
      String rest = after.substring(offset.end()).replaceFirst("^\\s*\\([^)]*\\)", "");
      return new FeedZone(offset.group(1).equals("-") ? -seconds : seconds, null, rest);
    }
    Matcher word = ZONE_WORD.matcher(after);
    if (word.find()) {
      String name = word.group(1).toLowerCase(Locale.ROOT).replaceFirst("^etc/", "");
      Integer known = DateWords.offset(name);
      if (known != null || name.indexOf('/') > 0) {
        return new FeedZone(known, known == null ? name : null, after.substring(word.end()));
      }
    }
    return new FeedZone(null, null, after);
  }
}
