package io.wireroom.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.poll.Source;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What the config says of a source, but its id and address, as the JSON in its row. */
final class SourceJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SourceJson() {}

  static String write(Source source) {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", source.kind().name());
    if (source.select() != null) {
      node.put("select", source.select());
    }
    source.tags().forEach(node.putArray("tags")::add);
    node.put("firstPoll", source.firstPoll());
    if (source.every() != null) {
      node.put("every", source.every().toString());
    }
    return node.toString();
  }

  /**
   * @param headers not in the row, since they may hold secrets
   */
  static Source read(
      String id, String url, String settings, Map<String, String> headers, Source.State state) {
    try {
      JsonNode node = JSON.readTree(settings);
      return new Source(
          id,
          URI.create(url),
          Source.Kind.valueOf(node.path("kind").asText()),
          node.has("select") ? node.path("select").asText() : null,
          ItemJson.strings(node.path("tags")),
          node.path("firstPoll").asInt(),
          node.has("every") ? Duration.parse(node.path("every").asText()) : null,
          headers,
          state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row of source " + id + " does not hold JSON", e);
    }
  }
}
