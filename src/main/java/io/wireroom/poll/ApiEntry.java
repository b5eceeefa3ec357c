package io.wireroom.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a JSON API as an entry, by the names that APIs commonly use. What is not at
 * the top is looked for in what many APIs wrap their records in ({@code attributes}, {@code data},
 * {@code links}).
 */
final class ApiEntry {
  static final List<String> LINKS =
      List.of(
          "url",
          "link",
          "href",
          "permalink",
          "web_url",
          "webUrl",
          "canonical_url",
          "html_url",
          "shareUrl",
          "self");

  private static final List<String> TITLES =
      List.of("title", "headline", "name", "webTitle", "subject");
  private static final List<String> IDS = List.of("id", "guid", "uuid", "_id", "slug");
  private static final List<String> TEASERS =
      List.of("summary", "description", "excerpt", "abstract", "teaser", "snippet", "dek");
  private static final List<String> CONTENTS = List.of("content_html", "content", "body", "html");
  private static final List<String> AUTHORS =
      List.of("authors", "author", "byline", "creator", "by");
  private static final List<String> TAGS = List.of("tags", "categories", "keywords", "topics");
  private static final List<String> PUBLISHED =
      List.of(
          "published",
          "published_at",
          "publishedAt",
          "date_published",
          "datePublished",
          "pub_date",
          "pubDate",
          "publication_date",
          "webPublicationDate",
          "date",
          "created_at",
          "createdAt",
          "created",
          "created_utc",
          "time");
  private static final List<String> UPDATED =
      List.of("updated", "updated_at", "updatedAt", "date_modified", "dateModified", "modified");

  /** Where an object keeps its text: WordPress, news APIs, JSON-LD, HAL. */
  private static final List<String> TEXTS =
      List.of("rendered", "main", "text", "value", "name", "title", "href", "url", "web", "self");

  /** What APIs wrap a record's fields in: JSON:API, GraphQL, search engines, listings. */
  private static final List<String> WRAPPERS =
      List.of(
          "attributes",
          "data",
          "fields",
          "node",
          "item",
          "article",
          "post",
          "story",
          "_source",
          "links",
          "_links");

  private static final int MOST_OF_A_KIND = 50;

  private final JsonNode node;

  private ApiEntry(JsonNode node) {
    this.node = node;
  }

  /**
   * @param base what relative links are resolved against
   * @return null when it has no link
   */
  static Feed.@Nullable Entry of(JsonNode node, String base) {
    ApiEntry entry = new ApiEntry(node);
    String link = Links.absolute(base, node.isTextual() ? node.asText() : entry.first(LINKS));
    return link == null ? null : entry.at(link);
  }

  private Feed.Entry at(String link) {
    String id = first(IDS);
    String title = first(TITLES);
    Instant updated = date(UPDATED);
    Instant published = date(PUBLISHED);
    return new Feed.Entry(
        id == null ? link : id,
        link,
        title == null ? null : HtmlText.plain(title),
        published == null ? updated : published,
        updated,
        first(TEASERS),
        first(CONTENTS),
        all(AUTHORS),
        all(TAGS),
        List.of());
  }

  /** The first of these fields that says something, here or one level below. */
  private @Nullable String first(List<String> fields) {
    String here = first(node, fields);
    if (here != null || !node.isObject()) {
      return here;
    }
    for (String wrapper : WRAPPERS) {
      String below = first(node.path(wrapper), fields);
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  private @Nullable Instant date(List<String> fields) {
    for (String field : fields) {
      Instant date = FeedDates.parse(first(List.of(field)));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable String first(JsonNode node, List<String> fields) {
    for (String field : fields) {
      String text = text(node.path(field));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private List<String> all(List<String> fields) {
    for (String field : fields) {
      List<String> found = new ArrayList<>();
      JsonNode value = field(field);
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        String text = text(one);
        if (text != null && !text.isBlank() && found.size() < MOST_OF_A_KIND) {
          found.add(text);
        }
      }
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** The field's value, here or in what wraps it. */
  private JsonNode field(String field) {
    JsonNode value = node.path(field);
    for (int i = 0; value.isMissingNode() && i < WRAPPERS.size(); i++) {
      value = node.path(WRAPPERS.get(i)).path(field);
    }
    return value;
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? null : text(value.path(0));
    }
    if (value.isObject()) {
      for (String field : TEXTS) {
        JsonNode inner = value.path(field);
        if (inner.isValueNode() && text(inner) != null) {
          return text(inner);
        }
      }
      return null;
    }
    boolean says = (value.isTextual() || value.isNumber()) && !value.asText().isBlank();
    return says ? value.asText().strip() : null;
  }
}
