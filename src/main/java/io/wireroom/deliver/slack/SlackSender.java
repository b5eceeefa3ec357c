package io.wireroom.deliver.slack;

import com.google.gson.JsonObject;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.SlackDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes to Slack and what its answer means, by an incoming webhook or by a bot token.
 * Thread-safe.
 *
 * <p>Slack has no idempotency key. A message sent by token carries its delivery's id as metadata,
 * so after an attempt that may have arrived {@link SlackHistory} can look for it in the channel;
 * one sent by webhook can't be looked for, and the attempt says so.
 */
public final class SlackSender {

  /** Slack's words for a layout it does not take; plain text still goes through. */
  static final List<String> REFUSED_BLOCKS =
      List.of(
          "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_attachments");

  static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Slack's words for a thread that can't be answered; the message stands alone then. */
  static final List<String> REFUSED_THREAD =
      List.of("thread_not_found", "cannot_reply_to_message", "invalid_thread_ts");

  private static final Pattern CHANNEL_ID = Pattern.compile("[CGD][A-Z0-9]{7,}");

  private final Map<SlackDestination, String> channels = new ConcurrentHashMap<>();

  /** The message with its layout, in the thread that it belongs to. */
  public HttpCall write(Letter letter) {
    return call(letter, letter.content().in(SlackForms.BLOCKS), letter.thread());
  }

  /** Whether Slack refused the layout or the thread, and would take the message without it. */
  public boolean takesLess(HttpReply reply) {
    return refused(reply, REFUSED_BLOCKS) || refused(reply, REFUSED_THREAD);
  }

  /** The message without what Slack refused: as plain text, or outside of the thread. */
  public HttpCall writeLess(Letter letter, HttpReply reply) {
    return refused(reply, REFUSED_THREAD)
        ? call(letter, letter.content().in(SlackForms.BLOCKS), null)
        : call(letter, letter.content().in(SlackForms.TEXT), letter.thread());
  }

  private static boolean refused(HttpReply reply, List<String> words) {
    String error = reply.failure() == null ? SlackAnswer.of(reply).error() : null;
    return error != null && words.contains(error);
  }

  /**
   * The id of the channel, which history needs; null while it is known by its name only. Slack
   * tells it with the first message.
   */
  @Nullable String channelId(SlackDestination slack) {
    String channel = slack.channel();
    return channel != null && CHANNEL_ID.matcher(channel).matches() ? channel : channels.get(slack);
  }

  private static HttpCall call(Letter letter, JsonObject message, @Nullable String thread) {
    SlackDestination slack = slack(letter);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    if (slack.webhook() != null) {
      return HttpCall.send("POST", slack.webhook(), headers, bytes(message), TIMEOUT);
    }
    headers.put("Authorization", "Bearer " + slack.token());
    message.addProperty("channel", slack.channel());
    if (thread != null) {
      message.addProperty("thread_ts", thread);
    }
    message.add("metadata", SlackHistory.metadata(letter));
    return HttpCall.send(
        "POST", method(slack, "chat.postMessage"), headers, bytes(message), TIMEOUT);
  }

  /**
   * What the answer to a message means. The reference of a posted message is its ts.
   *
   * @param doubt what could not be found out before it was posted; null when there was nothing
   */
  public Outcome read(Letter letter, HttpReply reply, @Nullable String doubt) {
    Outcome outcome = read(letter, reply);
    return doubt == null || outcome.verdict() != Verdict.DELIVERED
        ? outcome
        : new Outcome(
            outcome.verdict(),
            outcome.reason() + "; " + doubt,
            outcome.status(),
            outcome.answer(),
            outcome.retryAfter(),
            outcome.reference());
  }

  /** The same where there is no doubt. */
  Outcome read(Letter letter, HttpReply reply) {
    if (reply.failure() != null) {
      return Answers.unanswered(letter, reply, reply.failure());
    }
    SlackAnswer answer = SlackAnswer.of(reply);
    if (answer.accepted()) {
      String ts = answer.body().path("ts").asText("");
      String channel = answer.body().path("channel").asText("");
      if (!channel.isEmpty()) {
        channels.put(slack(letter), channel);
      }
      return Answers.outcome(letter, reply, Verdict.DELIVERED, "posted", ts.isEmpty() ? null : ts);
    }
    String error = answer.error();
    if (error == null) {
      return Answers.outcome(letter, reply, verdict(reply), strange(reply), null);
    }
    SlackError known = SlackError.of(error);
    Verdict verdict = SlackError.isKnown(error) ? known.verdict() : verdict(reply);
    return Answers.outcome(
        letter, reply, reply.status() == 429 ? Verdict.THROTTLED : verdict, words(answer), null);
  }

  private static String words(SlackAnswer answer) {
    String error = String.valueOf(answer.error());
    String advice = SlackError.of(error).advice();
    StringBuilder words = new StringBuilder("Slack says ").append(error);
    if (!advice.isEmpty()) {
      words.append(": ").append(advice);
    }
    String needed = answer.body().path("needed").asText("");
    if (!needed.isEmpty()) {
      words.append(" (it needs ").append(needed);
      words.append(", it has ").append(answer.body().path("provided").asText("none")).append(')');
    }
    return words.toString();
  }

  /** By the status alone, when Slack says nothing that is known. */
  private static Verdict verdict(HttpReply reply) {
    return switch (reply.status()) {
      case 429 -> Verdict.THROTTLED;
      case 401, 403, 404, 410 -> Verdict.DESTINATION_OFF;
      case 400, 413 -> Verdict.REJECTED;
      default -> Verdict.RETRY;
    };
  }

  private static String strange(HttpReply reply) {
    return switch (reply.status()) {
      case 401, 403, 404, 410 ->
          "HTTP " + reply.status() + ": there is no such webhook or method; check the address";
      case 429 -> "HTTP 429: too many messages at once";
      default ->
          reply.ok()
              ? "HTTP " + reply.status() + " without Slack's ok; check that the address is Slack's"
              : "HTTP " + reply.status() + " from Slack";
    };
  }

  static SlackDestination slack(Letter letter) {
    return (SlackDestination) letter.destination();
  }

  static URI method(SlackDestination slack, String name) {
    String api = slack.api().toString();
    return URI.create(api.endsWith("/") ? api + name : api + "/" + name);
  }

  private static byte[] bytes(JsonObject message) {
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }
}
