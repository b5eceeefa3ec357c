package io.wireroom.brief;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.article.ArticleStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the canonical document of a brief. Members it does not know are left alone, so that a later
 * 1.x document can be read; a missing or ill-typed one is a {@link BadBrief} that names its place.
 */
final class BriefJsonReader {

  private BriefJsonReader() {}

  static Brief brief(ObjectNode root) {
    String version = text(root, "version");
    if (!version.startsWith("1.")) {
      throw new BadBrief("version is " + version + ", and only 1.x is known here");
    }
    return new Brief(
        text(root, "id"),
        text(root, "itemId"),
        text(root, "storyId"),
        origin(object(root, "origin")),
        text(root, "headline"),
        status(text(root, "status")),
        text(root, "teaser"),
        takeaways(root),
        list(
            root,
            "summary",
            paragraph -> new Paragraph(list(paragraph, "sentences", BriefJsonReader::claim))),
        opinion(root.path("opinion")),
        made(object(root, "made")));
  }

  private static Evidence evidence(JsonNode node) {
    return new Evidence(
        text(node, "article"), number(node, "start"), number(node, "end"), text(node, "quote"));
  }

  private static Claim claim(JsonNode node) {
    return new Claim(text(node, "text"), list(node, "evidence", BriefJsonReader::evidence));
  }

  private static List<Claim> takeaways(ObjectNode root) {
    List<String> kinds = list(root, "takeaways", node -> text(node, "kind"));
    for (int i = 0; i < kinds.size(); i++) {
      if (!kinds.get(i).equals(BriefJson.kind(i))) {
        throw new BadBrief(
            "takeaways["
                + i
                + "].kind is "
                + kinds.get(i)
                + " where "
                + BriefJson.kind(i)
                + " belongs");
      }
    }
    return list(root, "takeaways", BriefJsonReader::claim);
  }

  private static Brief.Origin origin(JsonNode node) {
    return new Brief.Origin(
        text(node, "sourceId"),
        text(node, "sourceName"),
        text(node, "url"),
        text(node, "link"),
        list(node, "authors", BriefJsonReader::string),
        instantOrNull(node, "published"),
        text(node, "language"),
        list(node, "tags", BriefJsonReader::string),
        textOrNull(node, "image"));
  }

  private static Brief.Made made(JsonNode node) {
    Instant at = instantOrNull(node, "at");
    if (at == null) {
      throw new BadBrief("made.at is missing");
    }
    return new Brief.Made(
        text(node, "engine"),
        text(node, "engineVersion"),
        textOrNull(node, "model"),
        text(node, "textHash"),
        number(node, "replaced"),
        textOrNull(node, "note"),
        at);
  }

  private static @Nullable Opinion opinion(JsonNode node) {
    return node.isNull() || node.isMissingNode()
        ? null
        : new Opinion(text(node, "text"), text(node, "model"));
  }

  private static ArticleStatus status(String word) {
    for (ArticleStatus status : ArticleStatus.values()) {
      if (status.word().equals(word)) {
        return status;
      }
    }
    throw new BadBrief("status is " + word.toLowerCase(Locale.ROOT) + ", which is not known");
  }

  private static JsonNode object(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (!node.isObject()) {
      throw new BadBrief(name + " must be an object");
    }
    return node;
  }

  private static String string(JsonNode node) {
    if (!node.isTextual()) {
      throw new BadBrief("a list holds " + node.getNodeType() + " where a string belongs");
    }
    return node.textValue();
  }

  private static String text(JsonNode parent, String name) {
    String value = textOrNull(parent, name);
    if (value == null) {
      throw new BadBrief(name + " is missing");
    }
    return value;
  }

  private static @Nullable String textOrNull(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (!node.isTextual()) {
      throw new BadBrief(name + " must be a string");
    }
    return node.textValue();
  }

  private static int number(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (!node.isInt()) {
      throw new BadBrief(name + " must be a whole number");
    }
    return node.intValue();
  }

  private static @Nullable Instant instantOrNull(JsonNode parent, String name) {
    String value = textOrNull(parent, name);
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new BadBrief(name + " is not a time such as 2026-03-03T10:00:00Z", e);
    }
  }

  private static <T> List<T> list(JsonNode parent, String name, Function<JsonNode, T> read) {
    JsonNode node = parent.path(name);
    if (!node.isArray()) {
      throw new BadBrief(name + " must be a list");
    }
    List<T> values = new ArrayList<>(node.size());
    node.forEach(element -> values.add(read.apply(element)));
    return values;
  }
}
