package io.wireroom.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.poll.Item;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An item as the JSON in its row. */
final class ItemJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ItemJson() {}

  static String write(Item item) {
    ObjectNode node = JSON.createObjectNode();
    node.put("sourceName", item.sourceName());
    node.put("title", item.title());
    if (item.published() != null) {
      node.put("published", item.published().toString());
    }
    node.put("teaser", item.teaser());
    node.put("content", item.content());
    item.authors().forEach(node.putArray("authors")::add);
    item.tags().forEach(node.putArray("tags")::add);
    return node.toString();
  }

  static Item read(String id, String sourceId, String link, long seenAt, String document) {
    try {
      JsonNode node = JSON.readTree(document);
      return new Item(
          id,
          sourceId,
          node.path("sourceName").asText(),
          URI.create(link),
          node.path("title").asText(),
          node.has("published") ? Instant.parse(node.path("published").asText()) : null,
          node.path("teaser").asText(),
          node.path("content").asText(),
          strings(node.path("authors")),
          strings(node.path("tags")),
          Instant.ofEpochMilli(seenAt));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row of item " + id + " does not hold JSON", e);
    }
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }
}
