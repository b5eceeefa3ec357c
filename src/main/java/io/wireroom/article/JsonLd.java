package io.wireroom.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A page's JSON-LD, with the node that describes the article picked out. Reads what browsers and
 * search engines forgive: comments around the JSON, raw line breaks in strings, trailing commas. A
 * script that still can't be read is passed over.
 */
final class JsonLd {
  /** In chars, all scripts together. */
  private static final int LONGEST_DATA = 1_000_000;

  /** More nodes than any honest page has. */
  private static final int MOST_NODES = 20_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> pages = new ArrayList<>();
  private JsonNode site = MissingNode.getInstance();

  private JsonLd() {}

  static JsonLd of(Document document) {
    JsonLd data = new JsonLd();
    int nodes = 0;
    int room = LONGEST_DATA;
    for (Element script : document.getElementsByTag("script")) {
      String json = script.attr("type").contains("ld+json") ? script.data() : "";
      room -= json.length();
      if (!json.isEmpty() && room >= 0) {
        nodes = data.collect(parse(json), nodes);
      }
    }
    return data;
  }

  private static JsonNode parse(String script) {
    String json = script.strip();
    if (json.startsWith("<!--") || json.startsWith("//") || json.startsWith("/*")) {
      int start = json.indexOf('{');
      int end = json.lastIndexOf('}');
      json = start >= 0 && end > start ? json.substring(start, end + 1) : "";
    }
    try {
      JsonNode node = MAPPER.readTree(json);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private int collect(JsonNode root, int nodesSoFar) {
    int nodes = nodesSoFar;
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && nodes < MOST_NODES) {
      JsonNode node = open.poll();
      nodes++;
      if (node.isObject()) {
        sort(node);
      }
      node.forEach(
          child -> {
            if (child.isContainerNode()) {
              open.add(child);
            }
          });
    }
    return nodes;
  }

  private void sort(JsonNode node) {
    String id = node.path("@id").asText("");
    if (!id.isEmpty() && node.size() > 1) {
      byId.putIfAbsent(id, node);
    }
    for (String type : strings(node.path("@type"))) {
      switch (SchemaType.of(type)) {
        case ARTICLE -> articles.add(node);
        case PAGE -> pages.add(node);
        case SITE -> site = site.isMissingNode() ? node : site;
        case OTHER -> {}
      }
    }
  }

  /**
   * The first thing that the article, or else the page, says under the name. A reference to another
   * node is followed.
   *
   * @return a missing node when nothing says it
   */
  JsonNode find(String name) {
    JsonNode found = find(articles, name);
    return found.isMissingNode() ? find(pages, name) : found;
  }

  /** The same, from the article only: what a page says of itself may be about the site. */
  JsonNode ofArticle(String name) {
    return find(articles, name);
  }

  private JsonNode find(List<JsonNode> nodes, String name) {
    for (JsonNode node : nodes) {
      JsonNode value = node.path(name);
      boolean said = !value.isMissingNode() && !value.isNull();
      if (said && !(value.isTextual() && value.asText().isBlank())) {
        return resolve(value);
      }
    }
    return MissingNode.getInstance();
  }

  JsonNode site() {
    return site;
  }

  JsonNode resolve(JsonNode node) {
    if (node.isObject() && node.size() == 1 && node.has("@id")) {
      return byId.getOrDefault(node.path("@id").asText(), node);
    }
    return node;
  }

  /** The value as texts: a text, a list of texts, or nothing. */
  static List<String> strings(JsonNode value) {
    List<String> strings = new ArrayList<>();
    if (value.isTextual()) {
      strings.add(value.asText());
    } else if (value.isArray()) {
      value.forEach(
          element -> {
            if (element.isTextual()) {
              strings.add(element.asText());
            }
          });
    }
    return strings;
  }

  /** A text in which entities and tags, if any, were resolved to what a reader would see. */
  static String plain(String text) {
    return text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
  }
}
