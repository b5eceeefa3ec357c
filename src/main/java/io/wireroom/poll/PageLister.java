package io.wireroom.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Lists the articles of a source that has no feed: links on a page by CSS selector, objects in a
 * JSON API by path, or the addresses in a sitemap. What comes out is a feed like any other.
 */
public final class PageLister {
  /** Bytes of a list page that are read; a tree of HTML takes some ten times that. */
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final int MAX_ENTRIES = 1_000;

  /** A selector such as {@code div:has(a)} looks at each element once for each of its ancestors. */
  private static final int MOST_TAGS = 20_000;

  /**
   * Nodes that are looked at for titles and dates, a long text counting for several; chosen
   * elements that lie inside one another add up.
   */
  private static final int MOST_LOOKED_AT = 2_000_000;

  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

  private final FeedParser feeds = new FeedParser();

  /**
   * Lists a page.
   *
   * @param select a CSS selector of the links (or of what holds or surrounds them); a path such as
   *     {@code $.items[*]} for JSON; empty for a sitemap
   * @throws FeedException when the selector is wrong or finds nothing; says which
   */
  public Feed list(byte[] body, Map<String, String> headers, String baseUrl, String select)
      throws FeedException {
    if (select.isBlank()) {
      return feeds.parse(body, headers, baseUrl);
    }
    byte[] bytes = body.length > MAX_BYTES ? Arrays.copyOf(body, MAX_BYTES) : body;
    String text = FeedDecoder.decode(bytes, headers.get("content-type")).text();
    return select.strip().startsWith("$")
        ? json(text, baseUrl, select)
        : html(text, baseUrl, select);
  }

  private static Feed html(String html, String baseUrl, String select) throws FeedException {
    Document page = Html.parse(html, baseUrl, MOST_TAGS);
    Element baseTag = page.selectFirst("base[href]");
    String base = Links.base(baseUrl, baseTag == null ? null : baseTag.attr("href"));
    List<Element> chosen;
    try {
      chosen = page.select(select);
    } catch (Selector.SelectorParseException wrong) {
      throw new FeedException("The selector " + select + " is not CSS: " + wrong.getMessage());
    }
    Map<String, Feed.Entry> entries = new LinkedHashMap<>();
    long lookedAt = 0;
    for (Element element : chosen) {
      Element card = element.closest("article, li, [itemtype], .post, .card, .item");
      lookedAt += cost(card == null ? element : card);
      if (lookedAt > MOST_LOOKED_AT) {
        break;
      }
      Feed.Entry entry = entry(element, card, base);
      if (entry != null && entries.size() < MAX_ENTRIES) {
        entries.merge(String.valueOf(entry.link()), entry, PageLister::better);
      }
    }
    if (entries.isEmpty()) {
      throw new FeedException(
          "The selector "
              + select
              + " finds "
              + chosen.size()
              + " elements and no link on this page"
              + " of "
              + page.select("a[href]").size()
              + " links. Has the page changed, or does it need a script?",
          FeedLinks.of(html, base));
    }
    String language = page.select("html").attr("lang");
    return feed("html", page.title(), baseUrl, language, new ArrayList<>(entries.values()));
  }

  private static long cost(Element element) {
    long[] cost = {0};
    element.filter(
        (node, depth) -> {
          cost[0] += node instanceof TextNode text ? 1 + text.getWholeText().length() / 16 : 1;
          return cost[0] > MOST_LOOKED_AT
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        });
    return cost[0];
  }

  /** A picture and a heading often link to the same article: the one with words wins. */
  private static Feed.Entry better(Feed.Entry first, Feed.Entry second) {
    return first.title() == null ? second : first;
  }

  private static Feed.@Nullable Entry entry(Element element, @Nullable Element card, String base) {
    Element link = element.is("a[href]") ? element : element.selectFirst("a[href]");
    if (link == null) {
      link = element.closest("a[href]");
    }
    String href = link == null ? null : Links.absolute(base, link.attr("href"));
    if (link == null || href == null || link.attr("href").startsWith("#")) {
      return null;
    }
    Element heading = element.selectFirst(HEADINGS);
    String title = (heading != null ? heading : element.is(HEADINGS) ? element : link).text();
    Element time = (card == null ? element : card).selectFirst("time[datetime]");
    Element teaser = card == null ? null : card.selectFirst("p");
    return new Feed.Entry(
        href,
        href,
        title.isBlank() ? null : title,
        time == null ? null : FeedDates.parse(time.attr("datetime")),
        null,
        teaser == null || teaser.text().isBlank() ? null : HtmlText.escape(teaser.text()),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static Feed json(String json, String baseUrl, String select) throws FeedException {
    JsonNode root;
    try {
      root = LenientJson.MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new FeedException("This JSON can't be read" + LenientJson.where(broken));
    }
    List<JsonNode> chosen = JsonPick.all(root, select);
    if (chosen.size() == 1 && chosen.get(0).isArray()) {
      chosen = JsonPick.all(chosen.get(0), "$[*]");
    }
    List<Feed.Entry> entries = new ArrayList<>();
    for (JsonNode node : chosen) {
      Feed.Entry entry = ApiEntry.of(node, baseUrl);
      if (entry != null && entries.size() < MAX_ENTRIES) {
        entries.add(entry);
      }
    }
    if (entries.isEmpty()) {
      throw new FeedException(
          "The path "
              + select
              + " finds "
              + chosen.size()
              + " values and none with a link ("
              + String.join(", ", ApiEntry.LINKS)
              + ").");
    }
    return feed("json", null, baseUrl, null, entries);
  }

  private static Feed feed(
      String format,
      @Nullable String title,
      String link,
      @Nullable String language,
      List<Feed.Entry> entries) {
    return new Feed(
        format,
        title == null || title.isBlank() ? null : title,
        link.isEmpty() ? null : link,
        null,
        language == null || language.isBlank() ? null : language,
        null,
        null,
        List.of(),
        null,
        List.copyOf(entries));
  }
}
