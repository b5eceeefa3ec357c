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
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an attempt that got no answer was posted all the same: each message carries its
 * delivery's id as metadata, and the channel's history gives that back. Thread-safe. Needs a token
 * with the scope {@code channels:history} (or {@code groups:history}).
 */
public final class SlackHistory {

  private static final String ADVICE =
      ": give the app the scope channels:history (groups:history for a private channel) and invite"
          + " it to the channel";

  private static final String EVENT = "wireroom_brief";

  /** Between our clock and Slack's. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Slack advises at most 200 messages a page; one page is all that is looked at. */
  private static final int MESSAGES = 200;

  /** As many messages of full length, with Slack's words around each. */
  private static final int BYTES = 8 * 1024 * 1024;

  private final SlackSender sender;

  /**
   * @param sender knows the ids of channels that the config names by name
   */
  public SlackHistory(SlackSender sender) {
    this.sender = sender;
  }

  /** What a message carries, so that it can be found again. */
  static JsonObject metadata(Letter letter) {
    JsonObject payload = new JsonObject();
    payload.addProperty("delivery_id", letter.delivery().id());
    payload.addProperty("brief_id", letter.content().id());
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT);
    metadata.add("event_payload", payload);
    return metadata;
  }

  /**
   * Whether the channel can be asked, which takes a token and the channel's id, and is worth
   * asking: there was an attempt before.
   */
  public boolean canTell(Letter letter) {
    SlackDestination slack = SlackSender.slack(letter);
    return letter.again() && slack.token() != null && sender.channelId(slack) != null;
  }

  /** Asks the channel, or the thread, for what was posted since the delivery was made. */
  public HttpCall ask(Letter letter) {
    SlackDestination slack = SlackSender.slack(letter);
    long oldest = letter.delivery().createdAt().minus(SKEW).getEpochSecond();
    String method =
        letter.thread() == null
            ? "conversations.history?"
            : "conversations.replies?ts=" + letter.thread() + "&";
    String query =
        method
            + "channel="
            + sender.channelId(slack)
            + "&oldest="
            + oldest
            + "&limit="
            + MESSAGES
            + "&include_all_metadata=true";
    URI history = SlackSender.method(slack, query);
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

  /**
   * Why it is not known whether an earlier attempt was posted, when the channel was not asked.
   *
   * @return null when there was no earlier attempt, or no channel can be asked
   */
  public @Nullable String unasked(Letter letter) {
    boolean unknown = letter.again() && SlackSender.slack(letter).token() != null;
    return unknown
        ? "an earlier attempt can't be looked for: give the channel by its id, not its name"
        : null;
  }

  /**
   * The same when it was asked.
   *
   * @param history the answer to {@link #ask}
   * @return null when the channel told
   */
  public @Nullable String untold(HttpReply history) {
    String error = history.ok() ? SlackAnswer.of(history).error() : "no answer";
    if (error == null) {
      return null;
    }
    return "an earlier attempt can't be looked for (Slack says "
        + error
        + ")"
        + (error.equals("missing_scope") || error.equals("not_in_channel") ? ADVICE : "");
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
