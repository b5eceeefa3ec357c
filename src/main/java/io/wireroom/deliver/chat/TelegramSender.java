package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.TelegramDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What goes to a Telegram chat by a bot, and what its answer means. Thread-safe. A message holds
 * 4,096 characters without its tags. Source: Telegram Bot API, sendMessage and "Making requests".
 */
public final class TelegramSender {

  private static final Markup HTML = new TelegramHtml();

  private static final ChatForm FORM =
      new ChatForm(
          HTML,
          3_500,
          brief -> message(text(brief)),
          sheet -> message(HTML.bold(sheet.title()) + "\n\n" + sheet.body()));

  private static final String ADVICE =
      "check the bot's token and the chat, and that the bot may post there (in a channel as an"
          + " admin)";

  /** What a 400 says when it is not the message's fault. */
  private static final List<String> NOT_OURS =
      List.of(
          "chat not found", "not enough rights", "have no rights", "topic", "need administrator");

  public HttpCall write(Letter letter) {
    TelegramDestination telegram = (TelegramDestination) letter.destination();
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("chat_id", telegram.chat());
    message.setAll(letter.content().in(FORM));
    message.put("parse_mode", "HTML");
    if (letter.thread() != null) {
      message
          .putObject("reply_parameters")
          .put("message_id", Long.parseLong(letter.thread()))
          .put("allow_sending_without_reply", true);
    }
    message.putObject("link_preview_options").put("is_disabled", true);
    String api = telegram.api().toString().replaceAll("/+$", "");
    return ChatCall.post(URI.create(api + "/bot" + telegram.token() + "/sendMessage"), message);
  }

  private static ObjectNode message(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text);
  }

  private static String text(Brief brief) {
    ChatTexts texts = new ChatTexts(brief, HTML);
    String source = texts.source();
    String linked = texts.address().map(address -> HTML.link(address, source)).orElse(source);
    String byline = ChatTexts.joined(" \u00b7 ", List.of(linked, texts.byline()));
    return HTML.bold(texts.headline()) + "\n" + byline + "\n\n" + texts.body();
  }

  /** What the answer means. The reference is the message's id. */
  public Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    JsonNode body = Answers.json(reply);
    if (reply.ok() && body.path("ok").asBoolean(false)) {
      String id = body.path("result").path("message_id").asText("");
      return ChatAnswer.posted(letter, reply, id.isEmpty() ? null : id);
    }
    String said = body.path("description").asText("");
    JsonNode moved = body.path("parameters").path("migrate_to_chat_id");
    if (moved.isIntegralNumber()) {
      String advice = "the group has a new id: set chat: \"" + moved.asText() + "\"";
      return ChatAnswer.refused(letter, reply, Verdict.DESTINATION_OFF, said, advice);
    }
    String lower = said.toLowerCase(Locale.ROOT);
    Outcome refused =
        NOT_OURS.stream().anyMatch(lower::contains)
            ? ChatAnswer.refused(letter, reply, Verdict.DESTINATION_OFF, said, ADVICE)
            : ChatAnswer.refused(letter, reply, said, ADVICE);
    return ChatAnswer.after(refused, body.path("parameters").path("retry_after"));
  }
}
