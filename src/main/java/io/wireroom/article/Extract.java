package io.wireroom.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one HTML page says, before it is joined with its item.
 *
 * @param title without the site's name; empty when the page has none
 * @param authors names, in the page's order
 * @param language BCP 47 primary subtag; null when the page does not say
 * @param text plain text, blocks separated by one blank line; empty when nothing was found
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
    String text,
    ArticleStatus status) {}
