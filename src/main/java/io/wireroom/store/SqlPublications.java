package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Publication;
import io.wireroom.story.StoryRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores a brief with its story and what is owed of it, inside one transaction. */
final class SqlPublications {

  private final SqlItems items;
  private final SqlStories stories;
  private final FeedRows feeds;

  SqlPublications(SqlItems items, StoryRule rule, FeedRows feeds) {
    this.items = items;
    this.feeds = feeds;
    this.stories = new SqlStories(rule);
  }

  /**
   * @return why nothing goes out, empty if something does; null if the item was done before
   */
  @Nullable String publish(Handle handle, Publication publication, Instant now) {
    Brief brief = publication.brief();
    if (!items.claimed(handle, brief.itemId())) {
      return null;
    }
    boolean there =
        handle
            .createQuery("SELECT 1 FROM brief WHERE id = ?")
            .bind(0, brief.id())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (there) {
      return done(handle, brief, "the same article as brief " + brief.id());
    }
    SqlStories.Told told = stories.told(handle, publication);
    store(handle, publication, told);
    if (told != null) {
      return done(handle, brief, told.how() + " as brief " + told.briefId());
    }
    SqlStories.index(handle, publication);
    boolean shown = feeds.publish(handle, brief, now);
    for (Delivery delivery : publication.deliveries()) {
      insert(handle, delivery);
    }
    boolean wanted = shown || !publication.deliveries().isEmpty();
    return done(handle, brief, wanted ? "" : "no subscription wants it");
  }

  private static void store(
      Handle handle, Publication publication, SqlStories.@Nullable Told told) {
    Brief brief = publication.brief();
    handle.execute(
        "INSERT INTO brief (id, item_id, story_id, url, text_hash, made_at, fingerprint, document,"
            + " article, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        brief.id(),
        brief.itemId(),
        told == null ? brief.storyId() : told.storyId(),
        brief.origin().url(),
        brief.made().textHash(),
        brief.made().at().toEpochMilli(),
        publication.fingerprint().encoded(),
        new String(BriefJson.write(brief), StandardCharsets.UTF_8),
        publication.article().text(),
        told == null ? 1 : 0);
  }

  private static void insert(Handle handle, Delivery delivery) {
    long now = delivery.createdAt().toEpochMilli();
    handle.execute(
        "INSERT INTO delivery (id, destination_id, subscription_id, brief_id, state, due_at,"
            + " created_at) VALUES (?, ?, ?, ?, 'pending', ?, ?) ON CONFLICT (id) DO NOTHING",
        delivery.id(),
        delivery.destinationId(),
        delivery.subscriptionId(),
        delivery.briefId(),
        now,
        now);
    SqlLanes.wake(handle, delivery.destinationId(), now);
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
