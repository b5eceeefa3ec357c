package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Wireroom publishes about one article. Plain text; each sender escapes for its own format.
 *
 * @param id hash of canonical URL + content hash: the same for the same article on every run, so
 *     replays don't duplicate
 * @param itemId the item it was made for
 * @param storyId the story it belongs to; the first brief of a story gives the story its id
 * @param origin where the article came from
 * @param headline at most 300 code points
 * @param status {@link ArticleStatus#FULL}, or why there are no takeaways
 * @param teaser the source's own teaser, shown when the article is not full; may be empty
 * @param takeaways 3 to 5, most important first, each at most 240 code points: the first three are
 *     key, the rest further; empty unless the status is full
 * @param summary 1 to 3 paragraphs; empty unless the status is full
 * @param opinion null unless a model was asked for one; never mixed into the facts
 * @param made how and when the brief was written
 */
public record Brief(
    String id,
    String itemId,
    String storyId,
    Origin origin,
    String headline,
    ArticleStatus status,
    String teaser,
    List<Claim> takeaways,
    List<Paragraph> summary,
    @Nullable Opinion opinion,
    Made made) {

  /** How many of the takeaways are key; the rest are further takeaways. */
  public static final int KEY_TAKEAWAYS = 3;

  /** Version of the document, in every JSON form of a brief. */
  public static final String VERSION = "1.0";

  public Brief {
    takeaways = List.copyOf(takeaways);
    summary = List.copyOf(summary);
  }

  /** The same brief, as a part of a story that was told before. */
  public Brief inStory(String story) {
    return new Brief(
        id, itemId, story, origin, headline, status, teaser, takeaways, summary, opinion, made);
  }

  public List<Claim> keyTakeaways() {
    return takeaways.subList(0, Math.min(KEY_TAKEAWAYS, takeaways.size()));
  }

  public List<Claim> furtherTakeaways() {
    return takeaways.subList(Math.min(KEY_TAKEAWAYS, takeaways.size()), takeaways.size());
  }

  /**
   * Where an article came from.
   *
   * @param sourceId the source's id in the config
   * @param sourceName the publisher's name, for people
   * @param url the article's canonical address
   * @param link the address the source gave; the same as {@code url} when it gave that
   * @param authors names
   * @param published when the article was published, UTC; null when nobody says
   * @param language BCP 47 primary subtag, {@code und} when unknown
   * @param tags the source's tags and the item's categories
   * @param image the lead image; null when there is none
   */
  public record Origin(
      String sourceId,
      String sourceName,
      String url,
      String link,
      List<String> authors,
      @Nullable Instant published,
      String language,
      List<String> tags,
      @Nullable String image) {

    public Origin {
      authors = List.copyOf(authors);
      tags = List.copyOf(tags);
    }
  }

  /**
   * How a brief was made.
   *
   * @param engine {@code extractive} or {@code model}
   * @param engineVersion of the engine
   * @param model the model's name; null for the local engine
   * @param textHash SHA-256 of the article's text in UTF-8, lower-case hex
   * @param replaced how many sentences failed the fact gate and were replaced by extracted ones
   * @param note what a reader must know, such as why the local engine stood in; null when nothing
   * @param at when it was written, UTC; not the article's date
   */
  public record Made(
      String engine,
      String engineVersion,
      @Nullable String model,
      String textHash,
      int replaced,
      @Nullable String note,
      Instant at) {}
}
