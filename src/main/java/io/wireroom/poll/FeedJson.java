package io.wireroom.poll;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed as JSON, for tools and for people: {@code {"feed": {…}, "entries": [{…}]}}, names as feed
 * readers use them, times ISO 8601 in UTC, nothing null. A summary that the feed does not give is
 * the content, as most readers answer.
 */
public final class FeedJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FeedJson() {}

  /** Adds {@code feed} and {@code entries} to a JSON object. */
  public static void write(Feed feed, ObjectNode into) {
    ObjectNode head = into.putObject("feed");
    put(head, "title", feed.title());
    put(head, "link", feed.link());
    put(head, "subtitle", feed.subtitle());
    put(head, "language", feed.language());
    put(head, "published", feed.details().published());
    put(head, "updated", feed.updated());
    head.put("format", feed.format());
    if (feed.ttlMinutes() != null) {
      head.put("ttl", feed.ttlMinutes());
    }
    put(head, "self", feed.self());
    if (!feed.hubs().isEmpty()) {
      ArrayNode hubs = head.putArray("hubs");
      feed.hubs().forEach(hubs::add);
    }
    details(head, feed.details());
    ArrayNode entries = into.putArray("entries");
    for (Feed.Entry entry : feed.entries()) {
      entries.add(entry(entry));
    }
  }

  private static ObjectNode entry(Feed.Entry entry) {
    ObjectNode out = JSON.objectNode();
    put(out, "id", entry.id());
    put(out, "link", entry.link());
    put(out, "title", entry.title());
    put(out, "published", entry.published());
    put(out, "updated", entry.updated());
    put(out, "summary", entry.summary() == null ? entry.content() : entry.summary());
    put(out, "content", entry.content());
    details(out, entry.details());
    if (!entry.enclosures().isEmpty()) {
      ArrayNode files = out.putArray("enclosures");
      for (Feed.Enclosure file : entry.enclosures()) {
        ObjectNode node = files.addObject();
        put(node, "url", file.url());
        put(node, "type", file.type());
        if (file.length() != null) {
          node.put("length", file.length());
        }
      }
    }
    return out;
  }

  private static void details(ObjectNode out, FeedDetails details) {
    details.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> out.put(text.getKey(), text.getValue()));
    if (!details.authors().isEmpty()) {
      FeedDetails.Person first = details.authors().get(0);
      put(out, "author_name", first.name());
      put(out, "author_email", first.email());
      put(out, "author_href", first.href());
      out.set("authors", people(details.authors()));
    }
    if (!details.contributors().isEmpty()) {
      out.set("contributors", people(details.contributors()));
    }
    if (!details.categories().isEmpty()) {
      ArrayNode tags = out.putArray("categories");
      for (FeedDetails.Category category : details.categories()) {
        ObjectNode node = tags.addObject();
        node.put("term", category.term());
        put(node, "scheme", category.scheme());
        put(node, "label", category.label());
      }
    }
    if (!details.links().isEmpty()) {
      ArrayNode links = out.putArray("links");
      for (FeedDetails.Link link : details.links()) {
        ObjectNode node = links.addObject();
        node.put("href", link.href());
        node.put("rel", link.rel());
        put(node, "type", link.type());
        put(node, "title", link.title());
        put(node, "length", link.length());
      }
    }
    if (details.image() != null) {
      ObjectNode image = out.putObject("image");
      image.put("url", details.image().url());
      put(image, "title", details.image().title());
      put(image, "link", details.image().link());
    }
  }

  private static ArrayNode people(List<FeedDetails.Person> people) {
    ArrayNode out = JSON.arrayNode();
    for (FeedDetails.Person person : people) {
      ObjectNode node = out.addObject();
      put(node, "name", person.name());
      put(node, "email", person.email());
      put(node, "href", person.href());
    }
    return out;
  }

  private static void put(ObjectNode out, String name, @Nullable String value) {
    if (value != null) {
      out.put(name, value);
    }
  }

  private static void put(ObjectNode out, String name, @Nullable Instant value) {
    if (value != null) {
      out.put(name, value.toString());
    }
  }
}
