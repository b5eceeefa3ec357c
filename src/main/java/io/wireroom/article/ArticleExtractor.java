package io.wireroom.article;

import io.wireroom.poll.Html;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * From a page to its article: the main text, and what the page says about it. By general rules,
 * with no knowledge of any one site. Never fails: what can't be read gives an empty extract. What a
 * reader of the page would not see is not text. Immutable, so thread-safe.
 */
public final class ArticleExtractor {
  /**
   * Fewer words are a teaser ({@link ArticleStatus#THIN}): about three sentences of news prose, out
   * of which three different takeaways can't be made. The shortest whole articles that news sites
   * publish, breaking-news items, have a little more.
   */
  public static final int FEWEST_WORDS = 50;

  /** So much of a page is read, in chars: several times the largest news pages. */
  static final int LONGEST_PAGE = 2_500_000;

  /** So many tags are read, which bounds the memory that a page can take. */
  static final int MOST_TAGS = 50_000;

  /**
   * Reads a page from its bytes.
   *
   * @param contentType the HTTP header's value, null when there was none
   * @param url where the page was found, after redirects; null when unknown
   */
  public Extract extract(byte[] page, @Nullable String contentType, @Nullable URI url) {
    return extract(page, contentType, url, PageSelectors.NONE);
  }

  /**
   * Reads a page from its bytes with a user's own selectors.
   *
   * @throws org.jsoup.select.Selector.SelectorParseException if a selector is not CSS
   */
  public Extract extract(
      byte[] page, @Nullable String contentType, @Nullable URI url, PageSelectors selectors) {
    return extract(PageDecoder.decode(page, contentType), url, selectors);
  }

  /**
   * Reads a page from its text.
   *
   * @param url where the page was found, after redirects; null when unknown
   */
  public Extract extract(String html, @Nullable URI url) {
    return extract(html, url, PageSelectors.NONE);
  }

  /**
   * Reads a page with a user's own selectors.
   *
   * @throws org.jsoup.select.Selector.SelectorParseException if a selector is not CSS
   */
  public Extract extract(String html, @Nullable URI url, PageSelectors selectors) {
    Document document = Html.parse(capped(html), "");
    PageMetadata metadata = PageMetadata.of(document, url);
    if (selectors.remove() != null) {
      document.select(selectors.remove()).remove();
    }
    PageBlocks page = PageBlocks.of(document.body(), false);
    List<Block> blocks =
        selectors.body() == null
            ? find(document, page, metadata)
            : selected(document, selectors.body());
    return new Extract(
        metadata.title(),
        metadata.authors(),
        metadata.published(),
        metadata.siteName(),
        Language.of(textOf(blocks), metadata.statedLanguage()),
        metadata.canonicalUrl(),
        metadata.image(),
        textOf(blocks),
        status(metadata, page, blocks));
  }

  private static String textOf(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }

  private static ArticleStatus status(PageMetadata metadata, PageBlocks page, List<Block> blocks) {
    if (Wall.hides(metadata, page, blocks)) {
      return ArticleStatus.GATED;
    }
    if (blocks.isEmpty()) {
      return ArticleStatus.EMPTY;
    }
    return words(blocks) < FEWEST_WORDS ? ArticleStatus.THIN : ArticleStatus.FULL;
  }

  private static List<Block> selected(Document document, String selector) {
    List<Block> blocks = new ArrayList<>();
    Element last = null;
    for (Element element : document.select(selector)) {
      if (last == null || !element.parents().contains(last)) {
        blocks.addAll(PageBlocks.of(element, false).blocks);
        last = element;
      }
    }
    return blocks;
  }

  /**
   * A page that shows next to nothing may have its text in {@code noscript}, behind an open dialog,
   * or in its data; unless it says that the article is not free: then what it shows is what it
   * gives.
   */
  private static List<Block> find(Document document, PageBlocks page, PageMetadata metadata) {
    List<Block> shown = new BodyFinder(page, metadata.statedBody()).find(metadata);
    if (metadata.sold() || words(shown) >= FEWEST_WORDS) {
      return shown;
    }
    PageBlocks unscripted = PageBlocks.of(document.body(), true);
    List<Block> fallback = new BodyFinder(unscripted, metadata.statedBody()).find(metadata);
    if (words(fallback) >= FEWEST_WORDS) {
      return fallback;
    }
    List<Block> stated = PageBlocks.ofText(metadata.statedBody()).blocks;
    return words(stated) >= FEWEST_WORDS ? stated : shown;
  }

  private static int words(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::words).sum();
  }

  private static String capped(String html) {
    String page = html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html;
    int tags = 0;
    for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
      if (++tags > MOST_TAGS) {
        return page.substring(0, at);
      }
    }
    return page;
  }
}
