package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Publication;
import io.wireroom.story.StoryRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores a brief with its story and what is owed of it, inside one transaction. */
final class SqlPublications {

  private final SqlItems items;
  private final StoryRule rule;
  private final SqlStories stories;
  private final FeedRows feeds;

  SqlPublications(SqlItems items, StoryRule rule, FeedRows feeds) {
    this.items = items;
    this.rule = rule;
    this.feeds = feeds;
    this.stories = new SqlStories(rule);
  }

  /**
   * @param destinations those of the config, by their ids
   * @return why nothing goes out, empty if something does; null if the item was done before
   */
  @Nullable String publish(
      Handle handle, Publication publication, Map<String, Destination> destinations, Instant now) {
    Brief brief = publication.brief();
    if (!items.claimed(handle, brief.itemId())) {
      return null;
    }
    if (known(handle, brief)) {
      return done(handle, brief, "the same article as brief " + brief.id());
    }
    SqlStories.Told told = stories.told(handle, publication);
    if (told != null) {
      return done(handle, brief, toldBefore(handle, publication, told, destinations));
    }
    store(handle, publication, brief, 1);
    SqlStories.index(handle, publication);
    boolean shown = feeds.publish(handle, brief, now);
    for (Delivery delivery : publication.deliveries()) {
      SqlDeliveries.insert(handle, delivery, null);
    }
    for (Delivery round : publication.rounds()) {
      RoundUpRows.add(handle, round.subscriptionId(), brief);
    }
    boolean wanted =
        shown || !publication.deliveries().isEmpty() || !publication.rounds().isEmpty();
    return done(handle, brief, wanted ? "" : "no subscription wants it");
  }

  private static boolean known(Handle handle, Brief brief) {
    return Rows.any(handle, "SELECT 1 FROM brief WHERE id = ?", brief.id());
  }

  /**
   * A story that was told before goes to those who were not told it, and as an update to the
   * others, if there is news in it.
   */
  private String toldBefore(
      Handle handle,
      Publication publication,
      SqlStories.Told told,
      Map<String, Destination> destinations) {
    Brief brief = publication.brief().inStory(told.storyId());
    boolean news = stories.news(handle, publication, told);
    int first = 0;
    int updates = 0;
    for (Delivery delivery : publication.deliveries()) {
      String before = SqlStories.toldTo(handle, told.storyId(), delivery.subscriptionId());
      if (before == null) {
        SqlDeliveries.insert(handle, delivery, null);
        first++;
      } else if (news
          && takesUpdates(destinations.get(delivery.destinationId()))
          && SqlStories.mayUpdate(handle, before, delivery.createdAt())) {
        SqlDeliveries.insert(handle, delivery, before);
        updates++;
      }
    }
    for (Delivery round : publication.rounds()) {
      first += RoundUpRows.addAnew(handle, round.subscriptionId(), brief, news);
    }
    store(handle, publication, brief, first + updates > 0 ? 2 : 0);
    if (updates > 0) {
      SqlStories.index(handle, publication);
    }
    return told.how()
        + " as brief "
        + told.briefId()
        + (updates > 0 ? ", with news in it: sent as an update" : "")
        + (first > 0 ? "; sent to those who did not have the story" : "");
  }

  /** Whether an update of a story goes there; one that is not known now may take it later. */
  private boolean takesUpdates(@Nullable Destination destination) {
    return switch (rule.updates()) {
      case THREAD -> destination == null || destination.threads() || !destination.readByPeople();
      case SEND -> true;
      case DROP -> false;
    };
  }

  private static void store(Handle handle, Publication publication, Brief brief, int published) {
    handle.execute(
        "INSERT INTO brief (id, item_id, story_id, url, text_hash, made_at, fingerprint, document,"
            + " article, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        brief.id(),
        brief.itemId(),
        brief.storyId(),
        brief.origin().url(),
        brief.made().textHash(),
        brief.made().at().toEpochMilli(),
        publication.fingerprint().encoded(),
        new String(BriefJson.write(brief), StandardCharsets.UTF_8),
        publication.article().text(),
        published);
  }

  private static String done(Handle handle, Brief brief, String outcome) {
    handle.execute(
        "UPDATE item SET state = 'done', claimed = 0, brief_id = ?, outcome = ?, document = NULL"
            + " WHERE id = ?",
        brief.id(),
        outcome,
        brief.itemId());
    return outcome;
  }
}
