package io.wireroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the Slack-shaped receiver got it.
 *
 * @param channel the name, without the sign
 * @param ts its id and time, as Slack writes it: seconds, a dot, six digits
 * @param threadTs the message that it replies to; null for one of the channel's own
 * @param payload as sent
 * @param problems what Slack would have refused it for; empty for an accepted message
 */
public record SlackMessage(
    String channel,
    String ts,
    Instant at,
    @Nullable String threadTs,
    JsonNode payload,
    List<String> problems) {

  public SlackMessage {
    problems = List.copyOf(problems);
  }

  /** Whether the receiver said yes to it. */
  public boolean accepted() {
    return problems.isEmpty();
  }

  /** The word with which Slack refuses it; {@code ok} for an accepted message. */
  String error() {
    if (accepted()) {
      return "ok";
    }
    String first = problems.get(0);
    if (first.startsWith("message:")) {
      return "no_text";
    }
    if (first.startsWith("text:")) {
      return "msg_too_long";
    }
    return first.endsWith(BlockKit.TOO_LONG) ? "msg_blocks_too_long" : "invalid_blocks";
  }
}
