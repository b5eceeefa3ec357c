package io.wireroom.deliver.slack;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import io.wireroom.brief.Brief;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brief as a Slack message that fits Slack's limits whatever the brief holds: header 150
 * characters, section and context 3,000 (Block Kit reference), and 9,000 for the whole message as
 * JSON. The last is Wireroom's own: Slack answers {@code msg_blocks_too_long} somewhere above
 * 11,000 and documents nothing. A message that is longer is written again with less room for its
 * texts.
 *
 * <p>The article is a link, not a button: a button of an app without an interactivity address shows
 * a warning to whoever clicks it.
 */
final class SlackMessage {

  /** Most characters of a whole message, as JSON. */
  static final int MESSAGE = 9_000;

  private static final String UPDATE = "Update";
  private static final int HEADER = 150;
  private static final int NOTIFICATION = 300;

  /** How much of its full room each text gets, until the message fits. */
  private static final List<Double> ROOMS = List.of(1.0, 0.7, 0.5, 0.3, 0.15);

  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private SlackMessage() {}

  /** A brief that stands for itself. */
  static JsonObject blocks(Brief brief) {
    return blocks(brief, false);
  }

  /**
   * The message with its layout, and a line of text for notifications.
   *
   * @param update whether it answers the story's first message
   */
  static JsonObject blocks(Brief brief, boolean update) {
    JsonObject message = new JsonObject();
    for (double room : ROOMS) {
      message =
          message(
              (update ? UPDATE + ": " : "") + notification(brief),
              layout(brief, new SlackTexts(brief, room), update));
      if (message.toString().length() <= MESSAGE) {
        return message;
      }
    }
    return message;
  }

  /** The message as text alone, for when Slack refuses the layout. */
  static JsonObject text(Brief brief) {
    SlackTexts texts = new SlackTexts(brief, 0.5);
    List<String> parts = new ArrayList<>();
    parts.add("*" + Mrkdwn.text(headline(brief), NOTIFICATION) + "*\n" + texts.byline());
    addIfAny(parts, texts.teaser());
    addIfAny(parts, texts.keyTakeaways());
    addIfAny(parts, texts.summary());
    addIfAny(parts, texts.furtherTakeaways());
    addIfAny(parts, texts.opinion());
    parts.add(texts.footer());
    return base(String.join("\n\n", parts));
  }

  /**
   * A message with a layout.
   *
   * @param text for notifications, in mrkdwn
   */
  static JsonObject message(String text, List<LayoutBlock> blocks) {
    JsonObject message = base(text);
    message.add("blocks", GSON.toJsonTree(blocks));
    return message;
  }

  /** A message that is text alone. */
  static JsonObject base(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    message.addProperty("unfurl_links", false);
    message.addProperty("unfurl_media", false);
    return message;
  }

  private static List<LayoutBlock> layout(Brief brief, SlackTexts texts, boolean update) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(header(headline(brief)));
    blocks.add(context((update ? "*" + UPDATE + "*" + SlackTexts.DOT : "") + texts.byline()));
    addSection(blocks, texts.teaser());
    addSection(blocks, texts.keyTakeaways());
    addSection(blocks, texts.summary());
    addSection(blocks, texts.furtherTakeaways());
    addSection(blocks, texts.opinion());
    blocks.add(context(texts.footer()));
    return blocks;
  }

  private static String notification(Brief brief) {
    String source = Mrkdwn.text(brief.origin().sourceName(), 100);
    String headline = Mrkdwn.text(headline(brief), NOTIFICATION - source.length() - 3);
    return source.isEmpty() ? headline : source + ": " + headline;
  }

  /** A header must not be empty. */
  private static String headline(Brief brief) {
    return Mrkdwn.text(brief.headline(), HEADER).isBlank()
        ? "An article without a headline"
        : brief.headline();
  }

  private static void addIfAny(List<String> parts, @Nullable String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static void addSection(List<LayoutBlock> blocks, @Nullable String text) {
    if (text != null) {
      blocks.add(section(text));
    }
  }

  static HeaderBlock header(String plain) {
    PlainTextObject text =
        PlainTextObject.builder().text(Mrkdwn.text(plain, HEADER)).emoji(false).build();
    return HeaderBlock.builder().text(text).build();
  }

  static SectionBlock section(String text) {
    return SectionBlock.builder().text(mrkdwn(text)).build();
  }

  static ContextBlock context(String text) {
    return ContextBlock.builder().elements(List.of(mrkdwn(text))).build();
  }

  /** Verbatim: Slack makes no links or mentions of its own from what the text holds. */
  private static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }
}
