package io.wireroom.deliver.storage;

import static java.util.stream.Collectors.joining;

import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Paragraph;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/** A brief as a row of a day's table. Names as in SQL; times in milliseconds, UTC. */
final class DayRow {

  static final String DOCUMENT = "document";

  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message brief {
            required binary id (STRING);
            required binary story_id (STRING);
            required binary source (STRING);
            required binary source_name (STRING);
            required binary url (STRING);
            required binary link (STRING);
            optional int64 published (TIMESTAMP(MILLIS, true));
            required binary language (STRING);
            required group authors (LIST) {
              repeated group list { required binary element (STRING); }
            }
            required group tags (LIST) {
              repeated group list { required binary element (STRING); }
            }
            optional binary image (STRING);
            required binary status (STRING);
            required binary headline (STRING);
            required binary teaser (STRING);
            required group takeaways (LIST) {
              repeated group list { required binary element (STRING); }
            }
            required binary summary (STRING);
            optional binary opinion (STRING);
            required binary engine (STRING);
            optional binary model (STRING);
            required int64 made_at (TIMESTAMP(MILLIS, true));
            required binary document (JSON);
          }
          """);

  private DayRow() {}

  static Group of(Documents.Entry entry) {
    Brief brief = entry.brief();
    Brief.Origin origin = brief.origin();
    Group row = new SimpleGroup(SCHEMA);
    row.append("id", brief.id());
    row.append("story_id", brief.storyId());
    row.append("source", origin.sourceId());
    row.append("source_name", origin.sourceName());
    row.append("url", origin.url());
    row.append("link", origin.link());
    if (origin.published() != null) {
      row.append("published", millis(origin.published()));
    }
    row.append("language", origin.language());
    list(row, "authors", origin.authors());
    list(row, "tags", origin.tags());
    optional(row, "image", origin.image());
    row.append("status", brief.status().word());
    row.append("headline", brief.headline());
    row.append("teaser", brief.teaser());
    list(row, "takeaways", brief.takeaways().stream().map(Claim::text).toList());
    row.append("summary", brief.summary().stream().map(Paragraph::text).collect(joining("\n\n")));
    optional(row, "opinion", brief.opinion() == null ? null : brief.opinion().text());
    row.append("engine", brief.made().engine());
    optional(row, "model", brief.made().model());
    row.append("made_at", millis(brief.made().at()));
    row.append(DOCUMENT, entry.document());
    return row;
  }

  private static void list(Group row, String name, List<String> values) {
    Group list = row.addGroup(name);
    values.forEach(value -> list.addGroup("list").append("element", value));
  }

  private static void optional(Group row, String name, @Nullable String value) {
    if (value != null) {
      row.append(name, value);
    }
  }

  private static long millis(Instant at) {
    return at.toEpochMilli();
  }
}
