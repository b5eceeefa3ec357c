package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.TeamsDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.util.List;

/**
 * What goes to a Microsoft Teams channel through its workflow's webhook, as an Adaptive Card, and
 * what its answer means. Thread-safe. A message holds 28 KB; ours stay far below. All text is in
 * rich text runs, which know no markup, so nothing has to be escaped. Source: Microsoft, "Create
 * and send messages" (webhooks), Adaptive Cards 1.4.
 *
 * <p>A workflow answers 202 before it posts: that it posted can't be known.
 */
public final class TeamsSender {

  private static final Markup PLAIN = new PlainText();

  private static final Content.Form<ObjectNode> FORM =
      new Content.Form<>() {
        @Override
        public ObjectNode report(Report report) {
          return card(report.brief());
        }

        @Override
        public ObjectNode roundUp(RoundUp roundUp) {
          return TeamsRoundUp.card(roundUp);
        }

        @Override
        public ObjectNode notice(Notice notice) {
          Sheet sheet = Sheet.of(notice, PLAIN);
          ObjectNode card = card(sheet.title());
          ArrayNode body = card.putArray("body");
          run(body, sheet.title(), "None").put("weight", "Bolder");
          runs(body, sheet.body());
          return card;
        }
      };

  private static final String GONE =
      "the workflow is gone or off, or its address is not whole: open it in Teams (Workflows) and"
          + " copy the address again";

  /** What the older connectors say with status 200 when they could not post. */
  private static final String FAILED = "Webhook message delivery failed";

  public HttpCall write(Letter letter) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    attachment.set("content", letter.content().in(FORM));
    return ChatCall.post(((TeamsDestination) letter.destination()).webhook(), message);
  }

  static ObjectNode card(String fallback) {
    ObjectNode card = JsonNodeFactory.instance.objectNode();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.putObject("msteams").put("width", "Full");
    card.put("fallbackText", fallback);
    return card;
  }

  private static ObjectNode card(Brief brief) {
    ChatTexts texts = new ChatTexts(brief, PLAIN);
    ObjectNode card = card(texts.headline());
    ArrayNode body = card.putArray("body");
    run(body, texts.headline(), "None").put("size", "Large").put("weight", "Bolder");
    run(body, ChatTexts.joined(" \u00b7 ", List.of(texts.source(), texts.byline())), "None")
        .put("isSubtle", true);
    runs(body, texts.teaser());
    titled(body, "Key takeaways", texts.keyTakeaways());
    titled(body, "Summary", texts.summary());
    titled(body, "Further takeaways", texts.furtherTakeaways());
    titled(body, texts.opinionBy(), texts.opinion());
    run(body, texts.footer(), "Medium").put("size", "Small").put("isSubtle", true);
    texts
        .address()
        .ifPresent(
            address ->
                card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Read the article")
                    .put("url", address));
    return card;
  }

  private static void titled(ArrayNode body, String title, String text) {
    if (!text.isBlank()) {
      run(body, title, "Medium").put("weight", "Bolder");
      runs(body, text);
    }
  }

  /** A block a line: a line's end inside a run is not shown everywhere. */
  static void runs(ArrayNode body, String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(line -> run(body, line, "Small"));
  }

  static ObjectNode run(ArrayNode body, String text, String spacing) {
    ObjectNode block = body.addObject();
    block.put("type", "RichTextBlock");
    block.put("spacing", spacing);
    return block.putArray("inlines").addObject().put("type", "TextRun").put("text", text);
  }

  /** What the answer means. */
  public Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    String text = reply.text();
    if (reply.ok() && text.contains(FAILED)) {
      Verdict verdict = text.contains("429") ? Verdict.THROTTLED : Verdict.RETRY;
      return ChatAnswer.refused(letter, reply, verdict, text, "");
    }
    if (reply.ok()) {
      return ChatAnswer.posted(letter, reply, null);
    }
    String said = Answers.json(reply).path("error").path("code").asText("");
    return said.startsWith("Workflow") || said.startsWith("DirectApi")
        ? ChatAnswer.refused(letter, reply, Verdict.DESTINATION_OFF, said, GONE)
        : ChatAnswer.refused(letter, reply, said, GONE);
  }
}
