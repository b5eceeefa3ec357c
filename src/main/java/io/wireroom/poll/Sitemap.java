package io.wireroom.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sitemap as a feed (sitemaps.org 0.9, with Google's news extension): a URL is an entry,
 * its address the identity. Without the extension an entry has no title; the article's page has
 * one.
 */
final class Sitemap {
  private final FeedContext context;

  Sitemap(FeedContext context) {
    this.context = context;
  }

  Feed read(XmlElement root) {
    List<Feed.Entry> entries = new ArrayList<>();
    String name = null;
    String language = null;
    for (XmlElement url : root.all("url")) {
      Feed.Entry entry = entry(url);
      if (entry != null && entries.size() < XmlFeed.MAX_ENTRIES) {
        entries.add(entry);
        XmlElement publication = publication(url);
        if (publication != null && name == null) {
          name = publication.textOf("news:name");
          language = publication.textOf("news:language");
        }
      }
    }
    return new Feed(
        "sitemap", name, null, null, language, null, null, List.of(), null, List.copyOf(entries));
  }

  /** The addresses of the sitemaps that an index lists. */
  List<String> index(XmlElement root) {
    List<String> found = new ArrayList<>();
    for (XmlElement sitemap : root.all("sitemap")) {
      String loc = context.link(sitemap, sitemap.textOf("loc"));
      if (loc != null && found.size() < XmlFeed.MAX_ENTRIES) {
        found.add(loc);
      }
    }
    return found;
  }

  private static @Nullable XmlElement publication(XmlElement url) {
    XmlElement news = url.first("news:news");
    return news == null ? null : news.first("news:publication");
  }

  private Feed.@Nullable Entry entry(XmlElement url) {
    String loc = context.link(url, url.textOf("loc"));
    if (loc == null) {
      return null;
    }
    XmlElement news = url.first("news:news");
    Instant updated = FeedDates.parse(url.textOf("lastmod"));
    Instant published = news == null ? null : FeedDates.parse(news.textOf("news:publication_date"));
    List<FeedDetails.Category> tags = news == null ? List.of() : FeedTags.of(news);
    return new Feed.Entry(
        loc,
        loc,
        news == null ? null : context.plain(news, "news:title"),
        published == null ? updated : published,
        updated,
        null,
        null,
        List.of(),
        FeedTags.terms(tags),
        List.of(),
        new FeedDetails(
            Map.of(),
            null,
            List.of(),
            List.of(),
            tags,
            List.of(),
            FeedPictures.ofEntry(url, context)));
  }
}
