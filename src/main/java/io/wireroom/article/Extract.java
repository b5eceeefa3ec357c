package io.wireroom.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one HTML page says, before it is joined with its item.
 *
 * @param title without the site's name; empty when the page has none
 * @param authors names, in the page's order
 * @param language BCP 47 primary subtag; null when the page does not say
 * @param passages the article's pieces in the page's order, captions among them; empty when nothing
 *     was found
 * @param status whether the text is all there
 */
public record Extract(
    String title,
    List<String> authors,
    @Nullable Instant published,
    @Nullable String siteName,
    @Nullable String language,
    @Nullable URI canonicalUrl,
    @Nullable URI image,
    List<Passage> passages,
    ArticleStatus status) {

  /** The running text, without captions; pieces separated by one blank line. */
  public String text() {
    return passages.stream()
        .filter(passage -> passage.kind() != Passage.Kind.CAPTION)
        .map(Passage::text)
        .collect(Collectors.joining("\n\n"));
  }
}
