package io.wireroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows a message's blocks as HTML; a message without blocks shows its text. */
final class BlockHtml {

  private BlockHtml() {}

  static String html(JsonNode message) {
    JsonNode blocks = message.path("blocks");
    return blocks.isEmpty()
        ? "<div class=\"section\">" + Mrkdwn.html(message.path("text").asText()) + "</div>"
        : each(blocks, BlockHtml::block);
  }

  private static String block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "header" -> "<h3>" + text(block.path("text")) + "</h3>";
      case "section" -> section(block);
      case "context" ->
          "<div class=\"context\">" + each(block.path("elements"), BlockHtml::element) + "</div>";
      case "actions" ->
          "<div class=\"actions\">" + each(block.path("elements"), BlockHtml::element) + "</div>";
      case "image" -> "<div class=\"image\">" + image(block) + "</div>";
      case "divider" -> "<hr>";
      default ->
          "<div class=\"context\">(a block of type "
              + Template.escape(block.path("type").asText())
              + ")</div>";
    };
  }

  private static String section(JsonNode block) {
    String fields = each(block.path("fields"), field -> "<div>" + text(field) + "</div>");
    return "<div class=\"section\"><div class=\"text\">"
        + text(block.path("text"))
        + (fields.isEmpty() ? "" : "<div class=\"fields\">" + fields + "</div>")
        + "</div>"
        + (block.has("accessory") ? element(block.path("accessory")) : "")
        + "</div>";
  }

  private static String element(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "button" -> button(element);
      case "image" -> image(element);
      default -> "<span>" + text(element) + "</span>";
    };
  }

  private static String button(JsonNode button) {
    String style = button.path("style").asText();
    String look = style.equals("primary") || style.equals("danger") ? "button " + style : "button";
    String url = button.path("url").asText();
    String label = text(button.path("text"));
    return Mrkdwn.safe(url)
        ? "<a class=\"%s\" href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a>"
            .formatted(look, Template.escape(url), label)
        : "<span class=\"%s\">%s</span>".formatted(look, label);
  }

  private static String image(JsonNode image) {
    String url = image.path("image_url").asText();
    return Mrkdwn.safe(url)
        ? "<img src=\"%s\" alt=\"%s\">"
            .formatted(Template.escape(url), Template.escape(image.path("alt_text").asText()))
        : "";
  }

  private static String text(JsonNode object) {
    String text = object.path("text").asText();
    return object.path("type").asText().equals("mrkdwn")
        ? Mrkdwn.html(text)
        : Mrkdwn.literal(text).replace("\n", "<br>");
  }

  private static String each(JsonNode list, Function<JsonNode, String> how) {
    return StreamSupport.stream(list.spliterator(), false).map(how).collect(Collectors.joining());
  }
}
