package io.wireroom.article;

import io.wireroom.poll.FeedDates;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When the article was published, as its page states it. A time without a zone is taken as UTC, a
 * day without a time as its midnight.
 */
final class PublishedDate {
  private static final Pattern ISO =
      Pattern.compile(
          "((?:19|20)\\d\\d)-?(\\d\\d)-?(\\d\\d)(?:[T"
              + " ]{1,2}(\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + " ?(Z|z|UTC|GMT|[+-]\\d\\d:?(?:\\d\\d)?)?)?.{0,12}");

  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");

  private static final Pattern SECONDS = Pattern.compile("1\\d{9}(?:\\d{3})?");

  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";

  private static final Pattern SHOWN =
      Pattern.compile(
          MONTH
              + "\\s+\\d{1,2},\\s+(?:19|20)\\d\\d|\\d{1,2}\\s+"
              + MONTH
              + "\\s+(?:19|20)\\d\\d|(?:19|20)\\d\\d[-/]\\d{1,2}[-/]\\d{1,2}"
              + "|\\b\\d{1,2}\\. ?\\d{1,2}\\. ?(?:19|20)\\d\\d\\b"
              + "|\\b\\d{1,2}\\.?(?: de)? \\p{L}{3,12}\\.?(?: de)? (?:19|20)\\d\\d\\b");

  private static final Pattern OF = Pattern.compile(" de(?= )");

  private static final Pattern SPACES = Pattern.compile("\\s+");

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

  private static final Duration FARTHEST_ZONE = Duration.ofHours(14);
  private static final int LONGEST = 60;
  private static final int SHORTEST = 8;

  private final Document document;
  private final MetaTags meta;
  private final JsonLd data;

  PublishedDate(Document document, MetaTags meta, JsonLd data) {
    this.document = document;
    this.meta = meta;
    this.data = data;
  }

  /** Null when neither the page nor its address says. */
  @Nullable Instant find(@Nullable URI url) {
    List<String> stated = new ArrayList<>();
    stated.addAll(JsonLd.strings(data.ofArticle("datePublished")));
    stated.add(
        meta.first(
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "og:published_time",
            "og:pubdate"));
    stated.add(meta.first("datepublished", "parsely-pub-date", "sailthru.date", "publish-date"));
    for (Element element : document.select("[itemprop~=^datePublished$]")) {
      stated.add(whenOf(element));
    }
    stated.addAll(JsonLd.strings(data.ofArticle("dateCreated")));
    stated.add(meta.first("pubdate", "publishdate", "publish_date", "publication_date"));
    stated.add(
        meta.first("date", "dc.date.issued", "dc.date", "dcterms.created", "dc.date.created"));
    stated.addAll(JsonLd.strings(data.find("datePublished")));
    stated.addAll(JsonLd.strings(data.find("uploadDate")));
    for (Element element : document.select("time[pubdate], article time[datetime]")) {
      stated.add(whenOf(element));
    }
    for (String text : stated) {
      Instant found = parse(text);
      if (found != null) {
        return text.indexOf(':') >= 0 ? found : withTime(found, stated);
      }
    }
    Instant inAddress = inAddress(url);
    if (inAddress != null) {
      return inAddress;
    }
    Element time = document.selectFirst("time[datetime]");
    Instant found = time == null ? null : parse(whenOf(time));
    return found == null ? shown() : found;
  }

  /** A day is stated; what else the page says of that day, wherever on earth, may have the time. */
  private Instant withTime(Instant day, List<String> stated) {
    List<String> more = new ArrayList<>(stated);
    Element time = document.selectFirst("time[datetime]");
    if (time != null) {
      more.add(time.attr("datetime"));
    }
    for (String text : more) {
      Instant exact = text.indexOf(':') >= 0 ? parse(text) : null;
      boolean same =
          exact != null
              && exact.isAfter(day.minus(FARTHEST_ZONE))
              && exact.isBefore(day.plus(FARTHEST_ZONE).plus(Duration.ofDays(1)));
      if (exact != null && same) {
        return exact;
      }
    }
    return day;
  }

  /** The first date in an element that is named after dates: what a reader sees below the title. */
  private @Nullable Instant shown() {
    for (Element element :
        document.select("[class~=(?i)date|time|publish|posted|byline|meta], [id~=(?i)date]")) {
      String text = element.text();
      Matcher day = SHOWN.matcher(text.substring(0, Math.min(text.length(), 3 * LONGEST)));
      if (text.length() <= 3 * LONGEST && day.find()) {
        Instant found = written(day.group());
        if (found != null) {
          return found;
        }
      }
    }
    return alone();
  }

  /** The first text that is hardly more than a date, whatever its element is named. */
  private @Nullable Instant alone() {
    for (Element element : document.select("p, span, div, li, td, em, small, strong, h3, h4, h5")) {
      String text = element.ownText();
      if (text.length() >= SHORTEST && text.length() <= LONGEST / 2) {
        Matcher day = SHOWN.matcher(text);
        Instant found = day.find() ? written(day.group()) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** A day as people write it, in the languages that feeds' dates are read in. */
  private static @Nullable Instant written(String day) {
    String plain = SPACES.matcher(day).replaceAll(" ");
    Instant english = parse(plain.replace(".", ""));
    return english != null ? english : FeedDates.parse(OF.matcher(plain).replaceAll(""));
  }

  private static String whenOf(Element element) {
    if (element.hasAttr("datetime")) {
      return element.attr("datetime");
    }
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  private static @Nullable Instant inAddress(@Nullable URI url) {
    String path = url == null || url.getPath() == null ? "" : url.getPath();
    Matcher matcher = IN_ADDRESS.matcher(path);
    return matcher.find() ? day(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
  }

  private static @Nullable Instant day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

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
}
