package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.DiscordDestination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.util.List;

/**
 * What goes to a Discord channel's webhook, as one embed, and what its answer means. Thread-safe.
 * Limits: title 256, author 256, description 4,096, field 1,024, footer 2,048, all together 6,000.
 * Source: Discord, "Embed limits" and "Execute webhook".
 */
public final class DiscordSender {

  private static final String GONE =
      "the webhook is gone: make a new one in the channel's settings and put its address into the"
          + " config";

  private static final Markup MARKDOWN = new Markdown();
  private static final Markup PLAIN = new PlainText();

  private static final ChatForm FORM =
      new ChatForm(MARKDOWN, 4_000, DiscordSender::message, DiscordSender::message);

  /** The message. Its answer holds the message's id only because of {@code wait}. */
  public HttpCall write(Letter letter) {
    URI webhook = ((DiscordDestination) letter.destination()).webhook();
    String wait = (webhook.getRawQuery() == null ? "?" : "&") + "wait=true";
    return ChatCall.post(URI.create(webhook + wait), letter.content().in(FORM));
  }

  private static ObjectNode message(Brief brief) {
    ObjectNode message = quiet();
    embed(message.putArray("embeds").addObject(), brief);
    return message;
  }

  private static ObjectNode message(Sheet sheet) {
    ObjectNode message = quiet();
    ObjectNode embed = message.putArray("embeds").addObject();
    embed.put("title", sheet.title()).put("description", sheet.body());
    return message;
  }

  /** A message that calls nobody. */
  private static ObjectNode quiet() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("allowed_mentions").putArray("parse");
    return message;
  }

  private static void embed(ObjectNode embed, Brief brief) {
    ChatTexts texts = new ChatTexts(brief, MARKDOWN);
    embed.putObject("author").put("name", new ChatTexts(brief, PLAIN).source());
    embed.put("title", texts.headline());
    texts.address().ifPresent(address -> embed.put("url", address));
    List<String> parts =
        List.of(
            texts.byline(),
            texts.teaser(),
            texts.titled("Key takeaways", texts.keyTakeaways()),
            texts.titled("Summary", texts.summary()));
    embed.put("description", ChatTexts.joined("\n\n", parts));
    ArrayNode fields = embed.putArray("fields");
    field(fields, "Further takeaways", texts.furtherTakeaways());
    field(fields, texts.opinionBy(), texts.opinion());
    embed.putObject("footer").put("text", new ChatTexts(brief, PLAIN).footer());
  }

  private static void field(ArrayNode fields, String name, String value) {
    if (!value.isBlank()) {
      fields.addObject().put("name", name).put("value", value);
    }
  }

  /** What the answer means. The reference is the message's id. */
  public Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    JsonNode body = Answers.json(reply);
    if (reply.ok()) {
      String id = body.path("id").asText("");
      return ChatAnswer.posted(letter, reply, id.isEmpty() ? null : id);
    }
    String said = body.path("message").asText("");
    Outcome refused = ChatAnswer.refused(letter, reply, said, GONE);
    return ChatAnswer.after(refused, body.path("retry_after"));
  }
}
