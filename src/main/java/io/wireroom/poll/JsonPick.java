package io.wireroom.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of JSONPath (RFC 9535) that picks lists out of API answers: {@code $}, names by dot or
 * in brackets, an index (negative from the end), {@code [*]} and {@code ..name} for any depth.
 * Filters and slices are refused rather than misread.
 */
final class JsonPick {
  private static final Pattern STEP =
      Pattern.compile(
          "(\\.\\.|\\.)?(?:([^.\\[\\]*'\"\\s]+)|(\\*)|\\[(\\*)\\]|\\[(-?\\d{1,6})\\]|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\])");

  private static final int MAX_FOUND = 10_000;

  private JsonPick() {}

  /**
   * What the path selects, in document order.
   *
   * @throws FeedException if the path is none or uses what isn't supported; says at which character
   */
  static List<JsonNode> all(JsonNode root, String path) throws FeedException {
    String steps = path.strip();
    int at = steps.startsWith("$") ? 1 : 0;
    Matcher step = STEP.matcher(steps);
    List<JsonNode> found = List.of(root);
    while (at < steps.length()) {
      step.region(at, steps.length());
      if (!step.lookingAt()) {
        throw new FeedException(
            "The path "
                + path
                + " isn't understood from character "
                + (at + 1)
                + " on. Use names,"
                + " [number], [*] and ..name, such as $.data.articles[*].");
      }
      found = "..".equals(step.group(1)) ? below(found, step) : next(found, step);
      at = step.end();
    }
    return found;
  }

  private static List<JsonNode> next(List<JsonNode> from, Matcher step) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode node : from) {
      add(node, step, found);
    }
    return found;
  }

  private static List<JsonNode> below(List<JsonNode> from, Matcher step) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode node : from) {
      descend(node, step, found);
    }
    return found;
  }

  private static void descend(JsonNode node, Matcher step, List<JsonNode> into) {
    add(node, step, into);
    for (JsonNode child : node) {
      descend(child, step, into);
    }
  }

  private static void add(JsonNode node, Matcher step, List<JsonNode> into) {
    if (step.group(3) != null || step.group(4) != null) {
      for (JsonNode child : node) {
        addBounded(child, into);
      }
      return;
    }
    String index = step.group(5);
    if (index != null) {
      int i = Integer.parseInt(index);
      addBounded(node.path(i < 0 ? node.size() + i : i), into);
      return;
    }
    String name =
        step.group(2) != null
            ? step.group(2)
            : step.group(6) != null ? step.group(6) : step.group(7);
    addBounded(node.path(name), into);
  }

  private static void addBounded(JsonNode node, List<JsonNode> into) {
    if (!node.isMissingNode() && into.size() < MAX_FOUND) {
      into.add(node);
    }
  }
}
