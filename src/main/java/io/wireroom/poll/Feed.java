package io.wireroom.poll;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its publisher means it: decoded, repaired, links absolute. Plain values, no markup
 * except where a field says so.
 *
 * @param format what it was written in, such as {@code rss20} or {@code atom10}
 * @param title plain text, null when the feed has none
 * @param ttlMinutes how long the publisher asks not to be polled again; null when it does not say
 * @param hubs WebSub hubs the feed names, best first
 * @param self the feed's own address, for WebSub
 * @param entries in document order
 */
public record Feed(
    String format,
    @Nullable String title,
    @Nullable String link,
    @Nullable String subtitle,
    @Nullable String language,
    @Nullable Instant updated,
    @Nullable Integer ttlMinutes,
    List<String> hubs,
    @Nullable String self,
    List<Entry> entries) {

  /**
   * One entry.
   *
   * @param id the publisher's own identity (guid, atom:id, id); null when it gives none
   * @param link absolute address of the article; null when it gives none
   * @param title plain text
   * @param summary the teaser as the feed has it; may hold HTML
   * @param content the full text where the feed carries it; may hold HTML
   * @param authors names
   * @param categories terms
   */
  public record Entry(
      @Nullable String id,
      @Nullable String link,
      @Nullable String title,
      @Nullable Instant published,
      @Nullable Instant updated,
      @Nullable String summary,
      @Nullable String content,
      List<String> authors,
      List<String> categories,
      List<Enclosure> enclosures) {}

  /** A file that belongs to an entry. {@code length} is in bytes as the feed says, or null. */
  public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
}
