package io.wireroom.store;

import io.wireroom.brief.BadBrief;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.subscribe.Selection;
import io.wireroom.web.FeedName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which briefs each of the hub's feeds shows, as rows: written with the brief, so that reading a
 * feed is one look into an index, however rare its tag or narrow its filter.
 */
final class FeedRows {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRows.class);

  /** How far back a feed that is new looks for its briefs. */
  private static final int LOOK_BACK = 1_000;

  private static final int PAGE = 100;

  private volatile List<Selection> selections = List.of();

  /**
   * Says whose feeds there are, and fills those that are new or want something else now.
   *
   * @param idle subscriptions that get nothing for now; their feeds stay as they are
   */
  void configure(Handle handle, List<Selection> live, Set<String> idle, Instant now) {
    Map<String, String> known = contents(handle);
    if (known.remove(FeedName.ALL.key()) == null) {
      begin(handle, FeedName.ALL.key(), "", now);
      past(handle, brief -> open(brief).forEach(name -> enter(handle, name, brief, now)));
    }
    List<Selection> changed = new ArrayList<>();
    for (Selection selection : live) {
      String name = FeedName.subscription(selection.id()).key();
      String content = selection.filter().canonical();
      if (!content.equals(known.remove(name))) {
        changed.add(selection);
        handle.execute("DELETE FROM feed_entry WHERE feed = ?", name);
        begin(handle, name, content, now);
      }
    }
    if (!changed.isEmpty()) {
      past(
          handle, brief -> wanted(changed, brief).forEach(name -> enter(handle, name, brief, now)));
    }
    idle.forEach(id -> known.remove(FeedName.subscription(id).key()));
    known.keySet().forEach(name -> remove(handle, name));
    selections = List.copyOf(live);
  }

  /**
   * Puts a brief that goes out into its feeds.
   *
   * @return whether a subscription's feed shows it
   */
  boolean publish(Handle handle, Brief brief, Instant now) {
    Set<String> wanted = wanted(selections, brief);
    open(brief).forEach(name -> enter(handle, name, brief, now));
    wanted.forEach(name -> enter(handle, name, brief, now));
    return !wanted.isEmpty();
  }

  private static Set<String> open(Brief brief) {
    Set<String> names = new LinkedHashSet<>();
    names.add(FeedName.ALL.key());
    brief.origin().tags().stream()
        .map(FeedName::tag)
        .filter(tag -> !tag.value().isEmpty())
        .forEach(tag -> names.add(tag.key()));
    return names;
  }

  private static Set<String> wanted(List<Selection> selections, Brief brief) {
    Set<String> names = new LinkedHashSet<>();
    for (Selection selection : selections) {
      if (selection.filter().matches(brief)) {
        names.add(FeedName.subscription(selection.id()).key());
      }
    }
    return names;
  }

  private static void enter(Handle handle, String name, Brief brief, Instant now) {
    handle.execute(
        "INSERT INTO feed_entry (feed, made_at, brief_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        name,
        brief.made().at().toEpochMilli(),
        brief.id());
    handle.execute(
        "INSERT INTO feed (name, changed_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version"
            + " = feed.version + 1, changed_at = excluded.changed_at",
        name,
        now.toEpochMilli());
  }

  private static void begin(Handle handle, String name, String content, Instant now) {
    handle.execute(
        "INSERT INTO feed (name, content, changed_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
            + " SET content = excluded.content, version = feed.version + 1, changed_at ="
            + " excluded.changed_at",
        name,
        content,
        now.toEpochMilli());
  }

  private static void remove(Handle handle, String name) {
    handle.execute("DELETE FROM feed_entry WHERE feed = ?", name);
    handle.execute("DELETE FROM topic WHERE feed = ?", name);
    handle.execute("DELETE FROM feed WHERE name = ?", name);
  }

  private static Map<String, String> contents(Handle handle) {
    Map<String, String> contents = new HashMap<>();
    handle
        .createQuery(
            "SELECT name, content FROM feed WHERE name = 'all' OR name LIKE 'subscriptions/%'")
        .map((row, context) -> contents.put(row.getString(1), row.getString(2)))
        .list();
    return contents;
  }

  /** The newest that were published, page by page: whole briefs of a thousand would be much. */
  private static void past(Handle handle, Consumer<Brief> each) {
    for (int skipped = 0; skipped < LOOK_BACK; skipped += PAGE) {
      List<String> documents = documents(handle, FeedName.ALL.key(), PAGE, skipped);
      documents.forEach(document -> brief(document).ifPresent(each));
      if (documents.size() < PAGE) {
        return;
      }
    }
  }

  /** The briefs of a feed, newest first. */
  static List<Brief> newest(Handle handle, FeedName feed, int most) {
    return documents(handle, feed.key(), most, 0).stream()
        .flatMap(document -> brief(document).stream())
        .toList();
  }

  private static List<String> documents(Handle handle, String feed, int most, int skipped) {
    return handle
        .createQuery(
            "SELECT b.document FROM feed_entry e JOIN brief b ON b.id = e.brief_id WHERE e.feed = ?"
                + " ORDER BY e.made_at DESC, e.brief_id DESC LIMIT ? OFFSET ?")
        .bind(0, feed)
        .bind(1, most)
        .bind(2, skipped)
        .mapTo(String.class)
        .list();
  }

  /** A row that can't be read costs its own place in a feed, and no other. */
  static Optional<Brief> brief(String document) {
    try {
      return Optional.of(BriefJson.read(document.getBytes(StandardCharsets.UTF_8)));
    } catch (BadBrief e) {
      LOG.error("unreadable brief", e);
      return Optional.empty();
    }
  }
}
