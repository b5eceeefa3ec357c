package io.wireroom.article;

import io.wireroom.poll.Item;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article behind an item, as far as its page shows it.
 *
 * @param item the item it was fetched for
 * @param url canonical address: what the page says it is, else where the fetch ended
 * @param title without the site's name
 * @param authors names, in the page's order
 * @param published when the article says it was published; null when nobody says
 * @param language BCP 47 primary subtag such as {@code en}; {@code und} when it can't be told
 * @param siteName the publisher's name; the source's title when the page is silent
 * @param image the lead image; null when there is none
 * @param text plain text, blocks separated by one blank line; the text that evidence points into
 * @param status whether the text is all there
 */
public record Article(
    Item item,
    URI url,
    String title,
    List<String> authors,
    @Nullable Instant published,
    String language,
    String siteName,
    @Nullable URI image,
    String text,
    ArticleStatus status) {}
