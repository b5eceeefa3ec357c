package io.wireroom.article;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.RetryAfter;
import io.wireroom.poll.Item;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to fetch for an item, and the article that the answer and the feed give together. The fetch
 * between the two is a route. Thread-safe.
 */
public final class PageReader {

  private static final int LARGEST_PAGE = 8 * 1024 * 1024;
  private static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5";

  private final ArticleExtractor extractor;
  private final Map<String, SiteNotes> sites;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param sites what the config says of a source's pages, by the source's id
   * @param timeout for one fetch, from connecting to the last byte
   */
  public PageReader(
      ArticleExtractor extractor, Map<String, SiteNotes> sites, Duration timeout, Clock clock) {
    this.extractor = extractor;
    this.sites = Map.copyOf(sites);
    this.timeout = timeout;
    this.clock = clock;
  }

  /** The request for an item's page. */
  public HttpCall request(PendingItem pending) {
    Map<String, String> headers = Map.of("Accept", ACCEPT);
    return HttpCall.get(pending.item().link(), headers, timeout, LARGEST_PAGE);
  }

  /**
   * The article: the page's text, or the feed's own where the feed carries more of it. When the
   * page is gone, walled off, or was tried often enough, the article is what the feed has.
   *
   * @throws PageUnavailable if the page may be had later
   */
  public Article read(PendingItem pending, HttpReply reply) throws PageUnavailable {
    Item item = pending.item();
    if (reply.ok()) {
      Extract page =
          extractor.extract(
              reply.body(),
              reply.header("content-type"),
              reply.uri(),
              sites.getOrDefault(item.sourceId(), SiteNotes.NONE).selectors());
      return joined(item, page, reply.uri());
    }
    if (pending.attempts() + 1 < PageRetry.TRIES && temporary(reply)) {
      String why = reply.failure() == null ? "HTTP " + reply.status() : reply.detail();
      throw new PageUnavailable(
          item.sourceId() + ": " + item.link() + ": " + why, RetryAfter.of(reply, clock.instant()));
    }
    ArticleStatus status = walled(reply.status()) ? ArticleStatus.GATED : ArticleStatus.THIN;
    Extract nothing = new Extract("", List.of(), null, null, null, null, null, List.of(), status);
    return joined(item, nothing, item.link());
  }

  private Article joined(Item item, Extract page, URI fetched) {
    Extract feed =
        item.content().isBlank() ? null : extractor.extract(wrap(item.content()), item.link());
    boolean feedHasMore =
        feed != null
            && (page.text().isEmpty() || page.status() != ArticleStatus.FULL)
            && feed.text().length() > page.text().length();
    Extract text = feedHasMore && feed != null ? feed : page;
    ArticleStatus status = text.status();
    if (feedHasMore && status == ArticleStatus.EMPTY) {
      status = ArticleStatus.THIN;
    } else if (!feedHasMore && status == ArticleStatus.EMPTY && !item.teaser().isBlank()) {
      status = ArticleStatus.THIN;
    }
    String language = page.language() != null ? page.language() : text.language();
    return new Article(
        item,
        page.canonicalUrl() == null ? fetched : page.canonicalUrl(),
        title(item.title(), page.title()),
        page.authors().isEmpty() ? item.authors() : page.authors(),
        item.published() != null ? item.published() : page.published(),
        language == null ? "und" : language,
        siteName(item, page),
        page.image(),
        text.text(),
        status);
  }

  private String siteName(Item item, Extract page) {
    String configured = sites.getOrDefault(item.sourceId(), SiteNotes.NONE).name();
    if (configured != null) {
      return configured;
    }
    return page.siteName() == null || page.siteName().isBlank()
        ? item.sourceName()
        : page.siteName();
  }

  /**
   * The feed's title, which its editors chose; the page's where the feed has none, or has the
   * page's with the site's name at an end.
   */
  private static String title(String feed, String page) {
    boolean decorated = !page.isBlank() && (feed.startsWith(page) || feed.endsWith(page));
    return feed.isBlank() || decorated ? page : feed;
  }

  private static String wrap(String content) {
    return "<!DOCTYPE html><html><body><article>" + content + "</article></body></html>";
  }

  /** 401, 402, 403 and 451 on a page are the signs of a wall; 403 can also be a rate limit. */
  private static boolean walled(int status) {
    return status == 401 || status == 402 || status == 403 || status == 451;
  }

  private static boolean temporary(HttpReply reply) {
    if (reply.failure() != null) {
      return reply.failure() != HttpReply.Failure.REFUSED_BY_POLICY
          && reply.failure() != HttpReply.Failure.REFUSED_BY_ROBOTS
          && reply.failure() != HttpReply.Failure.TOO_LARGE;
    }
    return reply.status() >= 500
        || reply.status() == 408
        || reply.status() == 425
        || reply.status() == 429
        || reply.status() == 403;
  }
}
