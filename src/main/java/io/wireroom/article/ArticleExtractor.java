package io.wireroom.article;

import io.wireroom.poll.Html;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    boolean wide = contentType != null && contentType.toLowerCase(Locale.ROOT).contains("utf-16");
    String html = wide || binaryAt(page) < 0 ? PageDecoder.decode(page, contentType) : "";
    return extract(html, url, selectors);
  }

  /**
   * Where the bytes show that they are a picture, a document or an archive; such a page reads as an
   * empty one.
   *
   * @return the place of a byte that no text has; -1 when they may be a page
   */
  public static int binaryAt(byte[] page) {
    return PageDecoder.binaryAt(page);
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
    Document document = Html.parse(html, "");
    PageMetadata metadata = PageMetadata.of(document, url);
    if (selectors.remove() != null) {
      document.select(selectors.remove()).remove();
    }
    PageBlocks page = PageBlocks.of(document.body(), false);
    Found found =
        selectors.body() == null
            ? find(document, page, metadata)
            : new Found(page, selected(document, selectors.body()));
    List<Passage> passages = Passages.of(found.page, found.blocks);
    return new Extract(
        metadata.title(),
        metadata.authors(),
        metadata.published(),
        metadata.siteName(),
        Language.of(textOf(found.blocks), metadata.statedLanguage()),
        metadata.canonicalUrl(),
        metadata.image(),
        passages,
        status(metadata, page, found.blocks));
  }

  /** The article's blocks, and the cut of the page that they are from. */
  private record Found(PageBlocks page, List<Block> blocks) {}

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
  private static Found find(Document document, PageBlocks page, PageMetadata metadata) {
    Found shown = found(page, metadata);
    if (metadata.sold() || words(shown.blocks) >= FEWEST_WORDS) {
      return shown;
    }
    Found fallback = found(PageBlocks.of(document.body(), true), metadata);
    if (words(fallback.blocks) >= FEWEST_WORDS) {
      return fallback;
    }
    PageBlocks stated = PageBlocks.ofText(metadata.statedBody());
    return words(stated.blocks) >= FEWEST_WORDS ? new Found(stated, stated.blocks) : shown;
  }

  private static Found found(PageBlocks page, PageMetadata metadata) {
    return new Found(page, new BodyFinder(page, metadata.statedBody()).find(metadata));
  }

  private static int words(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::words).sum();
  }
}
