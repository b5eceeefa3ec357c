package io.wireroom.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a paper's feed as RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. */
final class SiteFeeds {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SiteFeeds() {}

  /** The feed of {@code paper}, in the format that the paper offers. */
  static Reply of(Paper paper, List<DemoArticle> articles, URI site) {
    return switch (paper) {
      case LEDGER ->
          Reply.of(200, "application/rss+xml; charset=utf-8", rss(paper, articles, site));
      case WIRE ->
          Reply.of(200, "application/atom+xml; charset=utf-8", atom(paper, articles, site));
      case LUMEN -> Reply.of(200, "application/feed+json", json(paper, articles, site));
      case PORT -> throw new IllegalArgumentException("the port has no feed");
    };
  }

  /** The newest date in a feed: when it last changed. */
  static Instant changed(List<DemoArticle> articles) {
    return articles.stream().map(DemoArticle::published).max(Instant::compareTo).orElseThrow();
  }

  private static String rss(Paper paper, List<DemoArticle> articles, URI site) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>
    <title>%s</title>
    <link>%s</link>
    <description>%s</description>
    <language>en</language>
    <ttl>15</ttl>
    %s
    </channel>
    </rss>
    """
        .formatted(
            xml(paper.title()),
            xml(site.resolve(paper.home()).toString()),
            xml(paper.tagline()),
            articles.stream().map(a -> rssItem(a, site)).collect(Collectors.joining("\n")));
  }

  private static String rssItem(DemoArticle article, URI site) {
    return """
    <item>
    <title>%s</title>
    <link>%s</link>
    <guid isPermaLink="false">%s</guid>
    <pubDate>%s</pubDate>
    <dc:creator>%s</dc:creator>
    %s
    <description>%s</description>
    </item>\
    """
        .formatted(
            xml(article.title()),
            xml(site.resolve(article.path()).toString()),
            guid(article),
            httpDate(article.published()),
            xml(article.author()),
            article.tags().stream()
                .map(tag -> "<category>" + xml(tag) + "</category>")
                .collect(Collectors.joining()),
            xml(article.teaser()));
  }

  private static String atom(Paper paper, List<DemoArticle> articles, URI site) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <id>tag:%s.example,2026:feed</id>
    <title>%s</title>
    <subtitle>%s</subtitle>
    <link rel="alternate" href="%s"/>
    <link rel="self" href="%s"/>
    <updated>%s</updated>
    %s
    </feed>
    """
        .formatted(
            paper.word(),
            xml(paper.title()),
            xml(paper.tagline()),
            xml(site.resolve(paper.home()).toString()),
            xml(site.resolve(paper.source()).toString()),
            changed(articles),
            articles.stream().map(a -> atomEntry(a, site)).collect(Collectors.joining("\n")));
  }

  private static String atomEntry(DemoArticle article, URI site) {
    return """
    <entry>
    <id>%s</id>
    <title>%s</title>
    <link rel="alternate" href="%s"/>
    <published>%s</published>
    <updated>%s</updated>
    <author><name>%s</name></author>
    %s
    <summary>%s</summary>
    </entry>\
    """
        .formatted(
            guid(article),
            xml(article.title()),
            xml(site.resolve(article.path()).toString()),
            article.published(),
            article.published(),
            xml(article.author()),
            article.tags().stream()
                .map(tag -> "<category term=\"" + xml(tag) + "\"/>")
                .collect(Collectors.joining()),
            xml(article.teaser()));
  }

  private static String json(Paper paper, List<DemoArticle> articles, URI site) {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", paper.title());
    feed.put("home_page_url", site.resolve(paper.home()).toString());
    feed.put("feed_url", site.resolve(paper.source()).toString());
    feed.put("description", paper.tagline()).put("language", "en");
    ArrayNode items = feed.putArray("items");
    for (DemoArticle article : articles) {
      ObjectNode item = items.addObject();
      item.put("id", guid(article)).put("url", site.resolve(article.path()).toString());
      item.put("title", article.title()).put("summary", article.teaser());
      item.put("date_published", article.published().toString());
      item.putArray("authors").addObject().put("name", article.author());
      ArrayNode tags = item.putArray("tags");
      article.tags().forEach(tags::add);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A date as HTTP and RSS write it. */
  static String httpDate(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(at.atOffset(ZoneOffset.UTC))
        .replace("Z", "GMT");
  }

  private static String guid(DemoArticle article) {
    return "tag:" + article.paper().word() + ".example,2026:" + article.slug();
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
