package io.wireroom.net;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the three forms of a date in an HTTP header. Source: RFC 9110, 5.6.7. */
public final class HttpDate {

  /** RFC 850's years have two digits; servers that still send it mean 1970 to 2069. */
  private static final int FIRST_YEAR = 1970;

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private HttpDate() {}

  /** The moment a header names; null when there is no header, or it names none. */
  public static @Nullable Instant parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    for (DateTimeFormatter form : FORMS) {
      try {
        return form.parse(header.strip(), Instant::from);
      } catch (DateTimeException e) {
        continue;
      }
    }
    return null;
  }
}
