package io.wireroom.poll;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.poll.FeedDetails.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Feed 1.0 and 1.1, as {@link LenientJson}. A document that breaks off keeps the items
 * before the break.
 */
final class JsonFeed {
  private final String base;
  private final Growth growth = new Growth();
  private final ObjectNode head = JsonNodeFactory.instance.objectNode();
  private final List<Feed.Entry> entries = new ArrayList<>();
  private boolean hasItems;

  JsonFeed(String base) {
    this.base = base;
  }

  Feed read(String json) throws FeedException {
    try (JsonParser in = LenientJson.MAPPER.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        JsonToken value = in.nextToken();
        if (field.equals("items") && value == JsonToken.START_ARRAY) {
          hasItems = true;
          items(in);
        } else {
          JsonNode node = LenientJson.MAPPER.readTree(in);
          head.set(field, node);
        }
      }
    } catch (JsonProcessingException broken) {
      if (entries.isEmpty()) {
        throw new FeedException("This JSON can't be read" + LenientJson.where(broken));
      }
    } catch (IOException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
    String version = text(head, "version");
    if (!hasItems && (version == null || !version.contains("jsonfeed"))) {
      throw new FeedException(
          "This is JSON, but not JSON Feed (no \"items\"). For a JSON API, make it a page source"
              + " and select its articles by a path such as $.articles[*].");
    }
    return feed(version);
  }

  private void items(JsonParser in) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
      JsonNode item = LenientJson.MAPPER.readTree(in);
      if (item.isObject() && entries.size() < XmlFeed.MAX_ENTRIES) {
        entries.add(entry(item));
      }
    }
  }

  private Feed feed(@Nullable String version) {
    List<Person> authors = people(head);
    List<String> names = EntryReader.names(authors);
    List<Feed.Entry> complete = new ArrayList<>(entries.size());
    for (Feed.Entry entry : entries) {
      complete.add(entry.authors().isEmpty() && !names.isEmpty() ? entry.by(names) : entry);
    }
    List<String> hubs = new ArrayList<>(1);
    for (JsonNode hub : head.path("hubs")) {
      String url = link(hub, "url");
      if (url != null) {
        hubs.add(url);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    if (!names.isEmpty()) {
      texts.put("author", names.get(0));
    }
    return new Feed(
        version != null && version.endsWith("1.1") ? "json11" : "json1",
        plain(head, "title"),
        link(head, "home_page_url"),
        plain(head, "description"),
        text(head, "language"),
        null,
        null,
        QuietTimes.NONE,
        List.copyOf(hubs),
        link(head, "feed_url"),
        List.copyOf(complete),
        new FeedDetails(
            texts, null, authors, List.of(), List.of(), List.of(), image(head, "icon", "favicon")));
  }

  private Feed.Entry entry(JsonNode item) {
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    String content =
        html != null
            ? HtmlAddresses.absolute(html, growth.allowed() ? base : "")
            : plain == null ? null : HtmlText.escape(plain);
    growth.add(content == null ? 0 : content.length());
    List<FeedDetails.Category> tags = new ArrayList<>();
    for (JsonNode tag : item.path("tags")) {
      String term = tag.asText("").strip();
      if (!term.isEmpty()) {
        tags.add(new FeedDetails.Category(term, null, null));
      }
    }
    List<Feed.Enclosure> enclosures = new ArrayList<>();
    for (JsonNode file : item.path("attachments")) {
      String url = link(file, "url");
      if (url != null) {
        Long size = EntryLinks.length(text(file, "size_in_bytes"));
        enclosures.add(new Feed.Enclosure(url, text(file, "mime_type"), size));
      }
    }
    String link = link(item, "url");
    String summary = text(item, "summary");
    List<Person> authors = people(item);
    Instant published = FeedDates.parse(text(item, "date_published"));
    Instant updated = FeedDates.parse(text(item, "date_modified"));
    Map<String, String> texts = new LinkedHashMap<>();
    String first = authors.isEmpty() ? null : authors.get(0).display();
    if (first != null) {
      texts.put("author", first);
    }
    return new Feed.Entry(
        text(item, "id"),
        link != null ? link : link(item, "external_url"),
        plain(item, "title"),
        published == null ? updated : published,
        updated,
        summary == null ? null : HtmlText.escape(summary),
        content,
        EntryReader.names(authors),
        FeedTags.terms(tags),
        List.copyOf(enclosures),
        new FeedDetails(
            texts,
            null,
            authors,
            List.of(),
            tags,
            List.of(),
            image(item, "image", "banner_image")));
  }

  private List<Person> people(JsonNode node) {
    List<Person> found = new ArrayList<>(1);
    JsonNode several = node.path("authors");
    for (JsonNode author :
        several.isArray() && !several.isEmpty() ? several : List.of(node.path("author"))) {
      String name = author.isTextual() ? author.asText() : text(author, "name");
      String href = link(author, "url");
      if (name != null || href != null) {
        found.add(new Person(name, null, href));
      }
    }
    return List.copyOf(found);
  }

  private FeedDetails.@Nullable Image image(JsonNode node, String... fields) {
    for (String field : fields) {
      String url = link(node, field);
      if (url != null) {
        return new FeedDetails.Image(url, null, null);
      }
    }
    return null;
  }

  private @Nullable String link(JsonNode node, String field) {
    return Links.absolute(base, text(node, field));
  }

  private static @Nullable String plain(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : HtmlText.plain(text);
  }

  /** A string, or a number as one; null when absent or blank. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
