package io.wireroom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wireroom.deliver.webhook.BadSecret;
import io.wireroom.deliver.webhook.WebhookSigner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller says of a subscription. Strict: a member that is not known is a mistake, so
 * that nobody believes a filter to be set that is not.
 */
final class SubscriberBody {

  private static final Set<String> MEMBERS = Set.of("url", "filter", "format", "status", "secret");
  private static final Set<String> FILTER =
      Set.of("tags", "any", "all", "none", "sources", "language");
  private static final int LONGEST_URL = 2048;
  private static final int MOST_WORDS = 100;
  private static final int LONGEST_WORD = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode root;

  private SubscriberBody(JsonNode root) {
    this.root = root;
  }

  /** A body that may hold any of the members, and no other. */
  static SubscriberBody read(WebRequest request) {
    String type = String.valueOf(request.header("content-type")).toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      throw new Problem(415, "send the body as JSON, with Content-Type: application/json", null);
    }
    try {
      JsonNode root = JSON.readTree(request.body());
      if (root == null || !root.isObject()) {
        throw new Problem(400, "the body is a JSON object such as {\"url\": \"https://…\"}", null);
      }
      known(root, MEMBERS, "");
      return new SubscriberBody(root);
    } catch (JsonProcessingException e) {
      throw new Problem(400, "the body is not JSON: " + e.getOriginalMessage(), null);
    } catch (IOException e) {
      throw new Problem(400, "the body is not JSON: " + e.getMessage(), null);
    }
  }

  private static void known(JsonNode node, Set<String> names, String path) {
    for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw Problem.field(
            path + name,
            "there is no such member; there are " + String.join(", ", new TreeSet<>(names)));
      }
    }
  }

  boolean has(String name) {
    return root.has(name);
  }

  URI url() {
    String given = text("url");
    if (given == null) {
      throw Problem.field("url", "is missing: the address that events are sent to");
    }
    try {
      URI url = URI.create(given.strip());
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
        throw Problem.field("url", "must be an http or https address with a host");
      }
      if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
        throw Problem.field("url", "must have neither a user nor a fragment");
      }
      if (given.length() > LONGEST_URL) {
        throw Problem.field("url", "must not be longer than " + LONGEST_URL + " characters");
      }
      return url;
    } catch (IllegalArgumentException e) {
      throw Problem.field("url", "is not an address: " + e.getMessage());
    }
  }

  Subscriber.Format format() {
    String given = text("format");
    for (Subscriber.Format format : Subscriber.Format.values()) {
      if (given == null || format.word().equals(given)) {
        return format;
      }
    }
    throw Problem.field("format", "must be brief or cloudevents");
  }

  Subscriber.Status status() {
    String given = String.valueOf(text("status"));
    return switch (given) {
      case "active" -> Subscriber.Status.ACTIVE;
      case "paused" -> Subscriber.Status.PAUSED;
      default -> throw Problem.field("status", "can be set to active or paused");
    };
  }

  /** A secret of the caller's own; null when the hub is to make one. */
  @Nullable String secret() {
    String given = text("secret");
    if (given != null) {
      String rule = "must be whsec_ followed by 24 to 64 bytes in base64; or leave it out";
      if (!given.startsWith("whsec_")) {
        throw Problem.field("secret", rule);
      }
      try {
        new WebhookSigner(List.of(given));
      } catch (BadSecret e) {
        throw Problem.field("secret", rule);
      }
    }
    return given;
  }

  Wish wish() {
    JsonNode filter = root.path("filter");
    if (filter.isMissingNode() || filter.isNull()) {
      return Wish.ALL;
    }
    if (!filter.isObject()) {
      throw Problem.field("filter", "must be an object such as {\"tags\": [\"tech\"]}");
    }
    known(filter, FILTER, "filter.");
    List<String> languages = words(filter, "language");
    for (String language : languages) {
      if (!language.matches("[A-Za-z]{2,3}")) {
        throw Problem.field("filter.language", "must be codes of two or three letters such as en");
      }
    }
    return new Wish(
        words(filter, "tags"),
        words(filter, "any"),
        words(filter, "all"),
        words(filter, "none"),
        words(filter, "sources"),
        languages);
  }

  private static List<String> words(JsonNode filter, String name) {
    JsonNode node = filter.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      if (!each.isTextual() || each.asText().isBlank() || each.asText().length() > LONGEST_WORD) {
        throw Problem.field(
            "filter." + name, "must be words or phrases of 1 to " + LONGEST_WORD + " characters");
      }
      words.add(each.asText().strip());
    }
    if (words.size() > MOST_WORDS) {
      throw Problem.field("filter." + name, "must not have more than " + MOST_WORDS + " of them");
    }
    return words;
  }

  private @Nullable String text(String name) {
    JsonNode node = root.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw Problem.field(name, "must be text");
    }
    return node.asText();
  }
}
