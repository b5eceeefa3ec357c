package io.wireroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The channels of a {@link SlackWindow} and all that was posted to them, refused or not. */
final class SlackLog {

  private final List<String> channels;
  private final Clock clock;
  private final List<SlackMessage> messages = new CopyOnWriteArrayList<>();

  SlackLog(List<String> channels, Clock clock) {
    this.channels = List.copyOf(channels);
    this.clock = clock;
  }

  List<String> channels() {
    return channels;
  }

  /** Oldest first. */
  List<SlackMessage> messages() {
    return List.copyOf(messages);
  }

  /** Keeps a message for a channel that exists, with a ts that no other message has. */
  SlackMessage keep(String channel, JsonNode payload) {
    Instant now = clock.instant();
    String ts = String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), messages.size() + 100);
    JsonNode thread = payload.path("thread_ts");
    SlackMessage message =
        new SlackMessage(
            channel,
            ts,
            now,
            thread.isTextual() ? thread.asText() : null,
            payload,
            BlockKit.problems(payload));
    messages.add(message);
    return message;
  }

  /** A channel's id, which Slack makes from letters and digits alone. */
  String id(String channel) {
    return "C0" + channel.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** The name of the channel that is meant by an id, or by a name with or without its sign. */
  String name(String given) {
    return channels.stream()
        .filter(channel -> id(channel).equals(given))
        .findFirst()
        .orElse(given.replaceFirst("^#", ""));
  }
}
