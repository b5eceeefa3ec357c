package io.wireroom.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When the article was published: of all the places where pages state it, the one that can be
 * trusted most.
 */
final class PublishedDate {
  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");

  private static final Duration FARTHEST_ZONE = Duration.ofHours(14);

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
      Instant found = StatedDate.parse(text);
      if (found != null) {
        return text.indexOf(':') >= 0 ? found : withTime(found, stated);
      }
    }
    Instant inAddress = inAddress(url);
    if (inAddress != null) {
      return inAddress;
    }
    Element time = document.selectFirst("time[datetime]");
    Instant found = time == null ? null : StatedDate.parse(whenOf(time));
    return found == null ? ShownDate.find(document) : found;
  }

  /** A day is stated; what else the page says of that day, wherever on earth, may have the time. */
  private Instant withTime(Instant day, List<String> stated) {
    List<String> more = new ArrayList<>(stated);
    Element time = document.selectFirst("time[datetime]");
    if (time != null) {
      more.add(time.attr("datetime"));
    }
    for (String text : more) {
      Instant exact = text.indexOf(':') >= 0 ? StatedDate.parse(text) : null;
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

  private static String whenOf(Element element) {
    if (element.hasAttr("datetime")) {
      return element.attr("datetime");
    }
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  private static @Nullable Instant inAddress(@Nullable URI url) {
    String path = url == null || url.getPath() == null ? "" : url.getPath();
    Matcher matcher = IN_ADDRESS.matcher(path);
    return matcher.find()
        ? StatedDate.day(matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }
}
