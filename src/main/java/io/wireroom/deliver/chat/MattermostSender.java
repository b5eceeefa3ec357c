package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.MattermostDestination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.util.List;

/**
 * What goes to a Mattermost channel's incoming webhook, as Markdown, and what its answer means.
 * Thread-safe. A post holds 16,383 characters, 4,000 on servers before 5.0; ours fit both but for
 * their links. Source: Mattermost, "Incoming webhooks".
 */
public final class MattermostSender {

  private static final Markup MARKDOWN = new Markdown();

  private static final ChatForm FORM =
      new ChatForm(
          MARKDOWN,
          3_500,
          brief -> message(text(brief)),
          sheet -> message("#### " + sheet.title() + "\n" + sheet.body()));

  private static final String GONE =
      "the server does not take this webhook: check its address, or make a new one under"
          + " Integrations, Incoming Webhooks";

  public HttpCall write(Letter letter) {
    return ChatCall.post(
        ((MattermostDestination) letter.destination()).webhook(), letter.content().in(FORM));
  }

  private static ObjectNode message(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text);
  }

  private static String text(Brief brief) {
    ChatTexts texts = new ChatTexts(brief, MARKDOWN);
    String headline = texts.headline();
    String title = texts.address().map(url -> MARKDOWN.link(url, headline)).orElse(headline);
    String byline = ChatTexts.joined(" \u00b7 ", List.of(texts.source(), texts.byline()));
    return "#### " + title + "\n" + byline + "\n\n" + texts.body();
  }

  /** What the answer means: {@code ok} as plain text, or a JSON object with the error. */
  public Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    if (reply.ok()) {
      return reply.text().strip().equals("ok")
          ? ChatAnswer.posted(letter, reply, null)
          : ChatAnswer.refused(
              letter, reply, Verdict.RETRY, "without ok", "check that the address is Mattermost's");
    }
    JsonNode body = Answers.json(reply);
    String id = body.path("id").asText("");
    String said = body.path("message").asText("");
    boolean config = id.startsWith("web.incoming_webhook.") && !id.contains("text");
    return config
        ? ChatAnswer.refused(letter, reply, Verdict.DESTINATION_OFF, said, GONE)
        : ChatAnswer.refused(letter, reply, said, GONE);
  }
}
