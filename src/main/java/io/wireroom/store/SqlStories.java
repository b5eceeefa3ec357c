package io.wireroom.store;

import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Publication;
import io.wireroom.story.Fingerprint;
import io.wireroom.story.StoryRule;
import io.wireroom.story.StoryRule.Merge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds the story that a brief belongs to, inside the transaction that stores the brief. */
final class SqlStories {

  /** How far back a copy is looked for. An older text printed again is news to its readers. */
  static final Duration WINDOW = Duration.ofDays(14);

  private static final Duration DAY = Duration.ofDays(1);
  private static final String SAME_TEXT = "the same text";

  private final StoryRule rule;

  SqlStories(StoryRule rule) {
    this.rule = rule;
  }

  /**
   * A story that was told before, and how it is known.
   *
   * @param how for people, such as "the same text"
   */
  record Told(String storyId, String briefId, String how) {}

  /** The story that this brief tells again; null when it is a new one. */
  @Nullable Told told(Handle handle, Publication publication) {
    if (rule.merge() == Merge.OFF) {
      return null;
    }
    Brief brief = publication.brief();
    long since = brief.made().at().minus(WINDOW).toEpochMilli();
    Told told = null;
    if (namesOneArticle(publication.article())) {
      told = find(handle, "the same address", "url = ?", brief.origin().url(), since);
    }
    if (told == null && !publication.article().text().isEmpty()) {
      told = find(handle, SAME_TEXT, "text_hash = ?", brief.made().textHash(), since);
    }
    return told == null ? nearCopy(handle, publication.fingerprint(), since) : told;
  }

  /** Whether a brief has news in it that the story's others do not have. */
  boolean news(Handle handle, Publication publication, Told told) {
    if (told.how().equals(SAME_TEXT)) {
      return false;
    }
    List<String> texts =
        handle
            .createQuery("SELECT article FROM brief WHERE story_id = ? AND published > 0")
            .bind(0, told.storyId())
            .mapTo(String.class)
            .list();
    return rule.news(publication.article().text(), texts);
  }

  /** The first delivery of a story to a subscription; null when it was not told it. */
  static @Nullable String toldTo(Handle handle, String storyId, String subscriptionId) {
    return handle
        .createQuery(
            "SELECT d.id FROM brief b JOIN delivery d ON d.brief_id = b.id WHERE b.story_id = ? AND"
                + " d.subscription_id = ? AND d.answers IS NULL ORDER BY d.created_at LIMIT 1")
        .bind(0, storyId)
        .bind(1, subscriptionId)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /** Whether one more update of a delivery would not be too many for a day. */
  static boolean mayUpdate(Handle handle, String first, Instant now) {
    return handle
            .createQuery("SELECT COUNT(*) FROM delivery WHERE answers = ? AND created_at > ?")
            .bind(0, first)
            .bind(1, now.minus(DAY).toEpochMilli())
            .mapTo(Integer.class)
            .one()
        < StoryRule.UPDATES_A_DAY;
  }

  /** Keys by which later near-copies find this brief. */
  static void index(Handle handle, Publication publication) {
    for (String band : publication.fingerprint().bands()) {
      handle.execute(
          "INSERT INTO story_band (band, brief_id, made_at) VALUES (?, ?, ?) ON CONFLICT DO"
              + " NOTHING",
          band,
          publication.brief().id(),
          publication.brief().made().at().toEpochMilli());
    }
  }

  private static @Nullable Told find(
      Handle handle, String how, String condition, String value, long since) {
    return handle
        .createQuery(
            "SELECT story_id, id FROM brief WHERE "
                + condition
                + " AND made_at >= ? ORDER BY made_at LIMIT 1")
        .bind(0, value)
        .bind(1, since)
        .map((row, context) -> new Told(row.getString(1), row.getString(2), how))
        .findOne()
        .orElse(null);
  }

  private @Nullable Told nearCopy(Handle handle, Fingerprint fingerprint, long since) {
    if (rule.merge() != Merge.NEAR || fingerprint.bands().isEmpty()) {
      return null;
    }
    return handle
        .createQuery(
            "SELECT DISTINCT b.story_id, b.id, b.fingerprint, b.made_at FROM story_band s JOIN"
                + " brief b ON b.id = s.brief_id WHERE s.band IN (<bands>) AND s.made_at >= :since"
                + " ORDER BY b.made_at")
        .bindList("bands", fingerprint.bands())
        .bind("since", since)
        .map(
            (row, context) ->
                rule.same(fingerprint, Fingerprint.decode(row.getString(3)))
                    ? new Told(row.getString(1), row.getString(2), "nearly the same text")
                    : null)
        .filter(told -> told != null)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Some pages name their site's front page as canonical: that address names no one article. */
  private static boolean namesOneArticle(Article article) {
    URI url = article.url();
    String path = url.getPath() == null ? "" : url.getPath();
    return path.length() > 1 || url.getQuery() != null;
  }
}
