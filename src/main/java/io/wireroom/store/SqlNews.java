package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.web.FeedName;
import io.wireroom.web.News;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was published, as rows. Thread-safe. */
public final class SqlNews implements News {

  private final Database database;

  public SqlNews(Store store) {
    this.database = store.database();
  }

  @Override
  public List<Brief> newest(FeedName feed, int most) {
    return database.write(handle -> FeedRows.newest(handle, feed, most));
  }

  @Override
  public Optional<Instant> changedAt(FeedName feed) {
    return database
        .write(
            handle ->
                handle
                    .createQuery("SELECT changed_at FROM feed WHERE name = ?")
                    .bind(0, feed.key())
                    .mapTo(Long.class)
                    .findOne())
        .map(Instant::ofEpochMilli);
  }

  @Override
  public Optional<Told> brief(String id) {
    return database.write(
        handle ->
            handle
                .createQuery("SELECT document, article, story_id FROM brief WHERE id = ?")
                .bind(0, id)
                .map(
                    (row, context) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
                .findOne()
                .flatMap(row -> told(handle, id, row)));
  }

  private record Row(String document, String article, String storyId) {}

  private static Optional<Told> told(Handle handle, String id, Row row) {
    List<Brief> others =
        handle
            .createQuery(
                "SELECT document FROM brief WHERE story_id = ? AND id <> ? ORDER BY made_at LIMIT"
                    + " 20")
            .bind(0, row.storyId)
            .bind(1, id)
            .mapTo(String.class)
            .stream()
            .flatMap(document -> FeedRows.brief(document).stream())
            .toList();
    return FeedRows.brief(row.document).map(brief -> new Told(brief, row.article, others));
  }

  @Override
  public List<String> tags(int most) {
    String prefix = FeedName.tag("").key();
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT name FROM feed WHERE name LIKE 'tags/%' ORDER BY changed_at DESC, name"
                        + " LIMIT ?")
                .bind(0, most)
                .mapTo(String.class)
                .map(name -> name.substring(prefix.length()))
                .list());
  }

  @Override
  public List<Handed> deliveries(String briefId) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    "SELECT id, destination_id, state, attempts, COALESCE(settled_at, due_at), note"
                        + " FROM delivery WHERE brief_id = ? ORDER BY destination_id, id")
                .bind(0, briefId)
                .map(
                    (row, context) ->
                        new Handed(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            Instant.ofEpochMilli(row.getLong(5)),
                            row.getString(6)))
                .list());
  }
}
