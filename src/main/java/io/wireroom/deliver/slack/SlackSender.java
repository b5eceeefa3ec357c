package io.wireroom.deliver.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes to Slack and what its answer means, for an incoming webhook ({@code ok} as plain text) and
 * for the Web API (200 with {@code {"ok":false}} when it failed). Thread-safe.
 */
public final class SlackSender {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> BAD_LAYOUT =
      Set.of(
          "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_attachments");

  private static final Set<String> PASSING =
      Set.of("fatal_error", "internal_error", "service_unavailable", "request_timeout", "rollup_error");

  private static final Set<String> LIMITED =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

  private static final Map<String, String> ADVICE = advice();

  /** The message with its layout. */
  public HttpCall write(Letter letter) {
    return call(letter, SlackMessage.blocks(letter.brief()));
  }

  /** The same brief as plain text. */
  public HttpCall writePlain(Letter letter) {
    return call(letter, SlackMessage.text(letter.brief()));
  }

  /** Whether Slack refused the layout, and would take plain text. */
  public boolean refusedBlocks(HttpReply reply) {
    String error = error(reply);
    return error != null && BAD_LAYOUT.contains(error);
  }

  private static HttpCall call(Letter letter, JsonObject message) {
    Destination.Slack slack = (Destination.Slack) letter.destination();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    if (slack.webhook() != null) {
      return HttpCall.send("POST", slack.webhook(), headers, bytes(message), TIMEOUT);
    }
    headers.put("Authorization", "Bearer " + slack.token());
    message.addProperty("channel", slack.channel());
    message.add("metadata", metadata(letter));
    return HttpCall.send(
        "POST", slack.api().resolve("chat.postMessage"), headers, bytes(message), TIMEOUT);
  }

  /** Lets a message be found again in the channel's history by its delivery. */
  private static JsonObject metadata(Letter letter) {
    JsonObject payload = new JsonObject();
    payload.addProperty("delivery_id", letter.delivery().id());
    payload.addProperty("brief_id", letter.brief().id());
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", "wireroom_brief");
    metadata.add("event_payload", payload);
    return metadata;
  }

  private static byte[] bytes(JsonObject message) {
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the answer means. */
  public Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    String error = error(reply);
    return error == null
        ? Answers.outcome(letter, reply, Verdict.DELIVERED, "posted", ts(reply))
        : Answers.outcome(letter, reply, verdict(reply, error), words(error), null);
  }

  private static Verdict verdict(HttpReply reply, String error) {
    if (reply.status() == 429 || LIMITED.contains(error)) {
      return Verdict.THROTTLED;
    } else if (ADVICE.containsKey(error)) {
      return Verdict.DESTINATION_OFF;
    } else if (reply.status() >= 500 || PASSING.contains(error)) {
      return Verdict.RETRY;
    }
    return reply.status() == 410 || reply.status() == 404 || reply.status() == 403
        ? Verdict.DESTINATION_OFF
        : Verdict.REJECTED;
  }

  private static String words(String error) {
    String advice = ADVICE.get(error);
    return "Slack says " + error + (advice == null ? "" : ": " + advice);
  }

  /** Slack's word for what went wrong; null when nothing did. */
  private static @Nullable String error(HttpReply reply) {
    JsonNode body = json(reply);
    if (body != null) {
      return body.path("ok").asBoolean() ? null : body.path("error").asText("an unknown error");
    }
    String text = reply.text().strip();
    if (reply.ok()) {
      return null;
    }
    return text.matches("[a-z_]{3,60}") ? text : "HTTP " + reply.status();
  }

  private static @Nullable String ts(HttpReply reply) {
    JsonNode body = json(reply);
    return body != null && body.hasNonNull("ts") ? body.path("ts").asText() : null;
  }

  private static @Nullable JsonNode json(HttpReply reply) {
    String text = reply.text().strip();
    if (!text.startsWith("{")) {
      return null;
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Errors that only a person can mend, and how (docs.slack.dev, chat.postMessage and webhooks). */
  private static Map<String, String> advice() {
    String token = "make a new bot token (scope chat:write) and put it in the config";
    String webhook = "make a new incoming webhook in Slack and put its address in the config";
    Map<String, String> advice = new LinkedHashMap<>();
    advice.put("channel_not_found", "check the channel's name or id; a private one needs the bot in it");
    advice.put("not_in_channel", "invite the bot: /invite @bot in that channel");
    advice.put("is_archived", "unarchive the channel, or name another");
    advice.put("channel_is_archived", "unarchive the channel, or name another");
    advice.put("restricted_action", "a workspace setting forbids the bot to post there; ask an admin");
    advice.put("invalid_auth", token);
    advice.put("not_authed", token);
    advice.put("account_inactive", token);
    advice.put("token_revoked", token);
    advice.put("token_expired", token);
    advice.put("missing_scope", "give the app the scope chat:write and install it again");
    advice.put("org_login_required", "the workspace is being moved; try again later");
    advice.put("invalid_token", webhook);
    advice.put("no_service", webhook);
    advice.put("no_service_id", webhook);
    advice.put("no_team", webhook);
    advice.put("team_disabled", webhook);
    advice.put("action_prohibited", "an admin restricts this webhook; ask the workspace's owner");
    advice.put("posting_to_general_channel_denied", "an admin restricts #general; name another channel");
    advice.put("user_not_found", "the webhook's user is gone; " + webhook);
    return Map.copyOf(advice);
  }
}
