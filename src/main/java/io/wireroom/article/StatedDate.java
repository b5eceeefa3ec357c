package io.wireroom.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as pages state it for machines: ISO 8601 and what looks like it, epoch numbers, and
 * a few English forms. A time without a zone is taken as UTC, a day without a time as its midnight.
 */
final class StatedDate {
  private static final Pattern ISO =
      Pattern.compile(
          "((?:19|20)\\d\\d)-?(\\d\\d)-?(\\d\\d)(?:[T"
              + " ]{1,2}(\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + " ?(Z|z|UTC|GMT|[+-]\\d\\d:?(?:\\d\\d)?)?)?.{0,12}");

  private static final Pattern SECONDS = Pattern.compile("1\\d{9}(?:\\d{3})?");

  private static final List<DateTimeFormatter> WRITTEN =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss z", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss z yyyy", Locale.ENGLISH));

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT));

  private static final int LONGEST = 60;

  private StatedDate() {}

  /** The moment that a text means; null when it is no date. */
  static @Nullable Instant parse(String stated) {
    String text = stated.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    if (SECONDS.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return ofIso(iso);
    }
    for (DateTimeFormatter format : WRITTEN) {
      try {
        return OffsetDateTime.parse(text, format).toInstant();
      } catch (DateTimeParseException e) {
        // The next form, then.
      }
    }
    for (DateTimeFormatter format : DAYS) {
      try {
        return LocalDate.parse(text, format).atStartOfDay().toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        // The next form, then.
      }
    }
    return null;
  }

  private static @Nullable Instant ofIso(Matcher iso) {
    Instant midnight = day(iso.group(1), iso.group(2), iso.group(3));
    if (midnight == null || iso.group(4) == null) {
      return midnight;
    }
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(iso.group(4)),
              Integer.parseInt(iso.group(5)),
              iso.group(6) == null ? 0 : Integer.parseInt(iso.group(6)));
      LocalDateTime local = LocalDateTime.ofInstant(midnight, ZoneOffset.UTC).with(time);
      String zone = iso.group(7);
      boolean offset = zone != null && (zone.startsWith("+") || zone.startsWith("-"));
      return local.toInstant(offset ? ZoneOffset.of(zone) : ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return midnight;
    }
  }

  /** The midnight of a day; null when there is no such day. */
  static @Nullable Instant day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
