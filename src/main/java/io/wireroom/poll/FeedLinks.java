package io.wireroom.poll;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the feeds that a page offers: its {@code <link rel="alternate">} elements as browsers'
 * autodiscovery reads them, then links whose address looks like a feed's.
 */
public final class FeedLinks {
  private static final int MAX_LENGTH = 512 * 1024;
  private static final int MAX_FOUND = 20;

  private static final Pattern TYPE =
      Pattern.compile(
          "(?i)\\s*(application|text)/(rss\\+xml|atom\\+xml|rdf\\+xml|feed\\+json|xml|json)\\s*(;.*)?");

  private static final Pattern LOOKS_LIKE_FEED =
      Pattern.compile(
          "(?i).*(/(feed|rss|atom|feeds)/?|[./](rss|atom|rdf)|/(rss|atom|feed|index)\\.(xml|json))([?#].*)?");

  private FeedLinks() {}

  /** The addresses of the page's feeds, absolute, likeliest first; feeds of comments last. */
  public static List<String> of(String html, String base) {
    Document page = Html.parse(html.substring(0, Math.min(html.length(), MAX_LENGTH)), base);
    Element baseTag = page.selectFirst("base[href]");
    String from = Links.base(base, baseTag == null ? null : baseTag.attr("href"));
    Set<String> feeds = new LinkedHashSet<>();
    Set<String> comments = new LinkedHashSet<>();
    for (Element link : page.select("link[href][rel~=(?i)alternate]")) {
      if (TYPE.matcher(link.attr("type")).matches() && !isOther(link)) {
        add(link, from, feeds, comments);
      }
    }
    for (Element link : page.select("a[href]")) {
      if (LOOKS_LIKE_FEED.matcher(link.attr("href")).matches()) {
        add(link, from, feeds, comments);
      }
    }
    feeds.addAll(comments);
    List<String> found = new ArrayList<>(feeds);
    return List.copyOf(found.subList(0, Math.min(found.size(), MAX_FOUND)));
  }

  /** WordPress and others announce APIs (oEmbed, wp-json) with the same relation. */
  private static boolean isOther(Element link) {
    String href = link.attr("href").toLowerCase(Locale.ROOT);
    boolean json = link.attr("type").toLowerCase(Locale.ROOT).contains("/json");
    return json && (href.contains("oembed") || href.contains("wp-json"));
  }

  private static void add(Element link, String base, Set<String> feeds, Set<String> comments) {
    String href = Links.absolute(base, link.attr("href"));
    if (href != null && feeds.size() < MAX_FOUND) {
      String about = (href + " " + link.attr("title")).toLowerCase(Locale.ROOT);
      (about.contains("comment") ? comments : feeds).add(href);
    }
  }
}
