package io.wireroom.deliver.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.SlackDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an attempt that got no answer was posted all the same: each message carries its
 * delivery's id as metadata, and the channel's history gives that back. Thread-safe. Needs a token
 * with the scope {@code channels:history} (or {@code groups:history}).
 */
public final class SlackHistory {

  private static final String EVENT = "wireroom_brief";

  /** Between our clock and Slack's. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Slack advises at most 200 messages a page; one page is all that is looked at. */
  private static final int MESSAGES = 200;

  /** As many messages of full length, with Slack's words around each. */
  private static final int BYTES = 8 * 1024 * 1024;

  /** History needs an id; a channel that is given by name can't be looked up in it. */
  private static final Pattern CHANNEL_ID = Pattern.compile("[CGD][A-Z0-9]{7,}");

  /** What a message carries, so that it can be found again. */
  static JsonObject metadata(Letter letter) {
    JsonObject payload = new JsonObject();
    payload.addProperty("delivery_id", letter.delivery().id());
    payload.addProperty("brief_id", letter.brief().id());
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT);
    metadata.add("event_payload", payload);
    return metadata;
  }

  /**
   * Whether the channel is worth asking: there was an attempt before, and the channel can be asked,
   * which takes a token and the channel's id.
   */
  public boolean canTell(Letter letter) {
    SlackDestination slack = SlackSender.slack(letter);
    String channel = slack.channel();
    return letter.delivery().attempts() > 0
        && slack.webhook() == null
        && channel != null
        && CHANNEL_ID.matcher(channel).matches();
  }

  /** Asks the channel for what was posted since the delivery was made. */
  public HttpCall ask(Letter letter) {
    SlackDestination slack = SlackSender.slack(letter);
    long oldest = letter.delivery().createdAt().minus(SKEW).getEpochSecond();
    String query =
        "?channel="
            + slack.channel()
            + "&oldest="
            + oldest
            + "&limit="
            + MESSAGES
            + "&include_all_metadata=true";
    URI history = SlackSender.method(slack, "conversations.history" + query);
    Map<String, String> headers = Map.of("Authorization", "Bearer " + slack.token());
    return new HttpCall("GET", history, headers, new byte[0], SlackSender.TIMEOUT, BYTES, 0);
  }

  /**
   * Whether the letter's message is in the channel.
   *
   * @param history the answer to {@link #ask}
   * @return false also when Slack won't tell: then it is to be sent
   */
  public boolean holds(Letter letter, HttpReply history) {
    return ts(letter, history) != null;
  }

  /** The outcome of a letter whose message is in the channel. */
  public Outcome found(Letter letter, HttpReply history) {
    String reason = "posted by an attempt that got no answer: found in the channel";
    return new Outcome(Verdict.DELIVERED, reason, history.status(), "", null, ts(letter, history));
  }

  private static @Nullable String ts(Letter letter, HttpReply history) {
    if (!history.ok()) {
      return null;
    }
    for (JsonNode message : SlackAnswer.of(history).body().path("messages")) {
      if (isOurs(message.path("metadata"), letter.delivery().id())) {
        return message.path("ts").asText();
      }
    }
    return null;
  }

  private static boolean isOurs(JsonNode metadata, String deliveryId) {
    String found = metadata.path("event_payload").path("delivery_id").asText();
    return metadata.path("event_type").asText().equals(EVENT) && found.equals(deliveryId);
  }
}
