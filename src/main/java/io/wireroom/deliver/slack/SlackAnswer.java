package io.wireroom.deliver.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Answers;
import io.wireroom.net.HttpReply;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Slack says: an incoming webhook {@code ok} or an error's word as plain text, the Web API a
 * JSON object with {@code ok} and, with status 200 too, {@code error}.
 *
 * @param accepted whether Slack says that it has the message
 * @param error Slack's word for the failure; null when there is none
 * @param body the JSON object; missing for plain text
 */
record SlackAnswer(boolean accepted, @Nullable String error, JsonNode body) {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{2,60}");

  static SlackAnswer of(HttpReply reply) {
    String text = reply.text().strip();
    JsonNode body = Answers.json(reply);
    if (body.isObject()) {
      boolean accepted = reply.ok() && body.path("ok").asBoolean(false);
      String error = body.path("error").asText("");
      return new SlackAnswer(accepted, accepted || error.isEmpty() ? null : error, body);
    }
    if (text.equals("ok")) {
      return new SlackAnswer(reply.ok(), null, body);
    }
    return new SlackAnswer(false, WORD.matcher(text).matches() ? text : null, body);
  }
}
