package io.wireroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slack's limits on a message, as its Block Kit reference states them, for the blocks that a news
 * message uses. Lengths are in code points.
 */
final class BlockKit {

  static final int MESSAGE_TEXT = 40_000;
  static final int BLOCKS = 50;

  /**
   * Characters of all blocks together. Slack documents no such limit but answers {@code
   * msg_blocks_too_long}; this is the lowest length at which people reported it.
   */
  static final int ALL_BLOCKS = 11_300;

  /** How the problem ends that Slack has a word of its own for. */
  static final String TOO_LONG = " characters in all, " + ALL_BLOCKS + " at most";

  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int total;

  private BlockKit() {}

  /** What Slack would object to, in words that name the place; empty when nothing. */
  static List<String> problems(JsonNode message) {
    BlockKit check = new BlockKit();
    check.message(message);
    return List.copyOf(check.problems);
  }

  private void message(JsonNode message) {
    JsonNode blocks = message.path("blocks");
    String text = message.path("text").asText();
    if (text.isEmpty() && blocks.isEmpty()) {
      say("message", "has neither text nor blocks");
    }
    if (length(text) > MESSAGE_TEXT) {
      say("text", length(text) + " characters, " + MESSAGE_TEXT + " at most");
    }
    if (!blocks.isMissingNode() && !blocks.isArray()) {
      say("blocks", "is not a list");
    }
    if (blocks.size() > BLOCKS) {
      say("blocks", blocks.size() + " blocks, " + BLOCKS + " at most");
    }
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), "blocks[" + i + "]");
    }
    if (total > ALL_BLOCKS) {
      say("blocks", total + TOO_LONG);
    }
  }

  private void block(JsonNode block, String at) {
    String id = block.path("block_id").asText();
    limit(id, at + ".block_id", 255);
    if (!id.isEmpty() && !ids.add(id)) {
      say(at + ".block_id", "is used twice");
    }
    switch (block.path("type").asText()) {
      case "header" -> text(block.path("text"), at + ".text", 150, true);
      case "section" -> section(block, at);
      case "context" -> elements(block, at, 10);
      case "actions" -> elements(block, at, 25);
      case "image" -> image(block, at);
      case "divider", "rich_text" -> {}
      default -> say(at, "is of the unknown type '" + block.path("type").asText() + "'");
    }
  }

  private void section(JsonNode block, String at) {
    if (block.path("text").isMissingNode() && block.path("fields").isMissingNode()) {
      say(at, "has neither text nor fields");
    }
    if (block.has("text")) {
      text(block.path("text"), at + ".text", 3_000, false);
    }
    JsonNode fields = block.path("fields");
    if (block.has("fields") && (fields.isEmpty() || fields.size() > 10)) {
      say(at + ".fields", fields.size() + " fields, 1 to 10 are allowed");
    }
    for (int i = 0; i < fields.size(); i++) {
      text(fields.get(i), at + ".fields[" + i + "]", 2_000, false);
    }
    if (block.has("accessory")) {
      element(block.path("accessory"), at + ".accessory");
    }
  }

  private void elements(JsonNode block, String at, int max) {
    JsonNode elements = block.path("elements");
    if (elements.isEmpty() || elements.size() > max) {
      say(at + ".elements", elements.size() + " elements, 1 to " + max + " are allowed");
    }
    for (int i = 0; i < elements.size(); i++) {
      element(elements.get(i), at + ".elements[" + i + "]");
    }
  }

  private void element(JsonNode element, String at) {
    limit(element.path("action_id").asText(), at + ".action_id", 255);
    switch (element.path("type").asText()) {
      case "button" -> {
        text(element.path("text"), at + ".text", 75, true);
        limit(element.path("value").asText(), at + ".value", 2_000);
        if (element.has("url")) {
          url(element.path("url"), at + ".url");
        }
      }
      case "image" -> image(element, at);
      case "plain_text", "mrkdwn" -> text(element, at, 3_000, false);
      default -> say(at, "is of the unknown type '" + element.path("type").asText() + "'");
    }
  }

  private void image(JsonNode image, String at) {
    url(image.path("image_url"), at + ".image_url");
    if (!image.path("alt_text").isTextual()) {
      say(at + ".alt_text", "is missing");
    }
    limit(image.path("alt_text").asText(), at + ".alt_text", 2_000);
  }

  private void text(JsonNode object, String at, int max, boolean plainOnly) {
    String type = object.path("type").asText();
    if (!type.equals("plain_text") && (plainOnly || !type.equals("mrkdwn"))) {
      say(at + ".type", "is '" + type + "', not plain_text" + (plainOnly ? "" : " or mrkdwn"));
    }
    String text = object.path("text").asText();
    if (text.isEmpty()) {
      say(at + ".text", "is empty");
    }
    limit(text, at + ".text", max);
    total += length(text);
  }

  private void url(JsonNode url, String at) {
    if (!url.asText().startsWith("http://") && !url.asText().startsWith("https://")) {
      say(at, url instanceof MissingNode ? "is missing" : "is not an http address");
    }
    limit(url.asText(), at, 3_000);
  }

  private void limit(String text, String at, int max) {
    if (length(text) > max) {
      say(at, length(text) + " characters, " + max + " at most");
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private void say(String at, String what) {
    problems.add(at + ": " + what);
  }
}
