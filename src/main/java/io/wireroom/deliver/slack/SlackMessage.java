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
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Cut;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Paragraph;
import io.wireroom.brief.Plain;
import io.wireroom.brief.WebLink;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A brief as a Slack message: headline, where it comes from, key takeaways, summary, further
 * takeaways, opinion. Limits: Slack's Block Kit reference (header 150, section 3,000), and the
 * undocumented one on a whole message, which is why all text together stays under 9,000 units.
 */
final class SlackMessage {

  private static final int HEADER = 150;
  private static final int SECTION = 2_900;
  private static final int CONTEXT = 1_000;
  private static final int LINK = 1_500;
  private static final int SUMMARY_PARAGRAPH = 900;
  private static final int FALLBACK = 900;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private SlackMessage() {}

  /** The message with its layout, and the same in a line of text for notifications. */
  static JsonObject blocks(Brief brief) {
    JsonObject message = plain(fallback(brief));
    message.add("blocks", GSON.toJsonTree(layout(brief)));
    return message;
  }

  /** The message as plain text, for when Slack refuses the layout. */
  static JsonObject text(Brief brief) {
    StringBuilder text = new StringBuilder("*" + Mrkdwn.text(brief.headline(), 400) + "*\n");
    text.append(byline(brief));
    String takeaways = bullets(brief.keyTakeaways(), "\u25B8", SECTION);
    text.append(takeaways.isEmpty() ? "\n" + Mrkdwn.text(brief.teaser(), CONTEXT) : "\n" + takeaways);
    return plain(text.toString());
  }

  private static JsonObject plain(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    message.addProperty("unfurl_links", false);
    message.addProperty("unfurl_media", false);
    return message;
  }

  private static List<LayoutBlock> layout(Brief brief) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(header(brief));
    blocks.add(context(byline(brief)));
    if (brief.status() != ArticleStatus.FULL) {
      blocks.add(section(Mrkdwn.text(brief.teaser(), SECTION - 100)));
      blocks.add(context(thin(brief.status())));
    }
    blocks.add(section(titled("Key takeaways", bullets(brief.keyTakeaways(), "\u25B8", 1_800))));
    blocks.add(section(titled("Summary", summary(brief.summary()))));
    blocks.add(section(bullets(brief.furtherTakeaways(), "\u2022", 1_200)));
    Opinion opinion = brief.opinion();
    if (opinion != null) {
      String label = "Editorial opinion, by the model " + opinion.model();
      blocks.add(section(titled(label, Mrkdwn.text(opinion.text(), 900))));
    }
    blocks.add(context(Mrkdwn.text(Colophon.of(brief), 300)));
    blocks.removeIf(block -> block instanceof SectionBlock section && empty(section));
    return blocks;
  }

  private static HeaderBlock header(Brief brief) {
    String headline = Plain.line(brief.headline());
    String cut = Cut.to(headline, HEADER);
    for (int room = HEADER; cut.length() > HEADER; room--) {
      cut = Cut.to(headline, room);
    }
    String shown = cut.isBlank() ? "(no headline)" : cut;
    return HeaderBlock.builder().text(PlainTextObject.builder().text(shown).emoji(false).build()).build();
  }

  /** Where it comes from: the link, who wrote it, when. */
  private static String byline(Brief brief) {
    Brief.Origin origin = brief.origin();
    String name = origin.sourceName().isBlank() ? origin.sourceId() : origin.sourceName();
    StringBuilder line = new StringBuilder();
    line.append(
        WebLink.of(origin.link())
            .map(url -> Mrkdwn.link(url, name, LINK))
            .orElse(Mrkdwn.text(name, 200)));
    if (!origin.authors().isEmpty()) {
      line.append("  \u00b7  ").append(Mrkdwn.text(String.join(", ", origin.authors()), 200));
    }
    if (origin.published() != null) {
      line.append("  \u00b7  ").append(DAY.format(origin.published().atOffset(ZoneOffset.UTC)));
    }
    if (!origin.tags().isEmpty()) {
      line.append("  \u00b7  ").append(Mrkdwn.text(String.join(", ", origin.tags()), 150));
    }
    return line.toString();
  }

  private static String thin(ArticleStatus status) {
    return status == ArticleStatus.GATED
        ? "The article is behind a wall: this is the source's own teaser, nothing was added."
        : "The page held too little text for a brief: this is the source's own teaser.";
  }

  private static String bullets(List<Claim> claims, String mark, int max) {
    StringBuilder text = new StringBuilder();
    int each = claims.isEmpty() ? 0 : max / claims.size() - 3;
    for (Claim claim : claims) {
      text.append(text.length() == 0 ? "" : "\n").append(mark).append(' ');
      text.append(Mrkdwn.text(claim.text(), each));
    }
    return text.toString();
  }

  /** Whole sentences of each paragraph as far as they fit; a first sentence that does not is cut. */
  private static String summary(List<Paragraph> paragraphs) {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      for (Claim sentence : paragraph.sentences()) {
        String escaped = Mrkdwn.text(sentence.text(), SUMMARY_PARAGRAPH);
        if (line.length() + escaped.length() + 1 > SUMMARY_PARAGRAPH) {
          break;
        }
        line.append(line.length() == 0 ? "" : " ").append(escaped);
      }
      text.append(text.length() == 0 ? "" : "\n\n").append(line);
    }
    return text.toString();
  }

  private static String titled(String title, String text) {
    return text.isEmpty() ? "" : "*" + Mrkdwn.text(title, 200) + "*\n" + text;
  }

  private static boolean empty(SectionBlock section) {
    return section.getText().getText().isBlank();
  }

  private static SectionBlock section(String text) {
    return SectionBlock.builder().text(mrkdwn(text)).build();
  }

  private static ContextBlock context(String text) {
    return ContextBlock.builder().elements(List.of(mrkdwn(text))).build();
  }

  /** Verbatim: Slack turns nothing in the text into links or mentions by itself. */
  private static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static String fallback(Brief brief) {
    String headline = Mrkdwn.text(brief.headline(), FALLBACK / 2);
    String source = Mrkdwn.text(brief.origin().sourceName(), 100);
    return source.isEmpty() ? headline : headline + " (" + source + ")";
  }
}
