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
 * @param quiet when it need not be asked
 * @param hubs WebSub hubs the feed names, best first
 * @param self the feed's own address, for WebSub
 * @param entries in document order, at most 10,000
 * @param details what it says besides
 */
public record Feed(
    String format,
    @Nullable String title,
    @Nullable String link,
    @Nullable String subtitle,
    @Nullable String language,
    @Nullable Instant updated,
    @Nullable Integer ttlMinutes,
    QuietTimes quiet,
    List<String> hubs,
    @Nullable String self,
    List<Entry> entries,
    FeedDetails details) {

  /** A feed that says nothing besides. */
  public Feed(
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
    this(
        format,
        title,
        link,
        subtitle,
        language,
        updated,
        ttlMinutes,
        QuietTimes.NONE,
        hubs,
        self,
        entries,
        FeedDetails.NONE);
  }

  /**
   * One entry.
   *
   * @param id the publisher's own identity (guid, atom:id, id); null when it gives none
   * @param link absolute address of the article; null when it gives none
   * @param title plain text
   * @param published when it first appeared; where the feed gives one date only, that date
   * @param updated when it was last changed; null when the feed does not say
   * @param summary the teaser as the feed has it; may hold HTML
   * @param content the full text where the feed carries it; may hold HTML
   * @param authors names
   * @param categories terms
   * @param details what it says besides
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
      List<Enclosure> enclosures,
      FeedDetails details) {

    /** An entry that says nothing besides. */
    public Entry(
        @Nullable String id,
        @Nullable String link,
        @Nullable String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String summary,
        @Nullable String content,
        List<String> authors,
        List<String> categories,
        List<Enclosure> enclosures) {
      this(
          id,
          link,
          title,
          published,
          updated,
          summary,
          content,
          authors,
          categories,
          enclosures,
          FeedDetails.NONE);
    }

    /** With these authors. */
    Entry by(List<String> names) {
      return new Entry(
          id,
          link,
          title,
          published,
          updated,
          summary,
          content,
          names,
          categories,
          enclosures,
          details);
    }
  }

  /** A file that belongs to an entry. {@code length} is in bytes as the feed says, or null. */
  public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
}
