package io.wireroom.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A receiver shaped like Slack: takes incoming webhooks and {@code chat.postMessage}, refuses what
 * breaks Block Kit's limits with Slack's own words, and shows each channel as a page.
 */
public final class SlackWindow implements AutoCloseable {

  /** The bot token that the Web API takes here. */
  public static final String TOKEN = "xoxb-demo-not-a-secret";

  private static final String HOOKS = "/services/T0DEMO/B0DEMO/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> channels;
  private final Clock clock;
  private final List<SlackMessage> messages = new CopyOnWriteArrayList<>();
  private final ChannelPage page = new ChannelPage();
  private final Server server;

  /**
   * Starts to serve on loopback.
   *
   * @param port 0 for any free one
   * @param channels names without the sign; the first is shown at first
   */
  public SlackWindow(int port, List<String> channels, Clock clock) {
    this.channels = List.copyOf(channels);
    this.clock = clock;
    server = new Server(InetAddress.getLoopbackAddress(), port, this::answer);
  }

  /** The page that shows the channels. */
  public URI address() {
    return server.address();
  }

  /** The incoming webhook of a channel. */
  public URI webhook(String channel) {
    return server.address().resolve(HOOKS + channel);
  }

  /** Where the Web API is, for senders that use {@link #TOKEN}. */
  public URI api() {
    return server.address().resolve("/api/");
  }

  /** All that arrived, refused messages too, oldest first. */
  public List<SlackMessage> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    String path = request.path();
    if (request.method().equals("POST") && path.startsWith(HOOKS)) {
      return webhook(path.substring(HOOKS.length()), request);
    }
    if (path.startsWith("/api/")) {
      return webApi(path.substring("/api/".length()), request);
    }
    if (request.method().equals("GET") && path.equals("/")) {
      String channel = request.query().getOrDefault("channel", channels.get(0));
      return channels.contains(channel)
          ? Reply.page(page.html(channel, channels, messages()))
          : Reply.text(404, "channel_not_found");
    }
    return Reply.text(404, "no_service");
  }

  private Reply webhook(String channel, Request request) {
    if (!channels.contains(channel)) {
      return Reply.text(404, "no_service");
    }
    JsonNode payload = parse(request);
    if (payload == null) {
      return Reply.text(400, "invalid_payload");
    }
    SlackMessage message = keep(channel, payload);
    return message.accepted() ? Reply.text(200, "ok") : Reply.text(400, error(message));
  }

  private Reply webApi(String method, Request request) {
    String authorization = request.header("Authorization");
    if (authorization == null) {
      return failed("not_authed");
    }
    if (!authorization.equals("Bearer " + TOKEN)) {
      return failed("invalid_auth");
    }
    return switch (method) {
      case "auth.test" -> ok(JSON.createObjectNode().put("team", "Brackwater").put("user", "wireroom"));
      case "chat.postMessage" -> post(parse(request));
      case "conversations.history" -> history(request.query().getOrDefault("channel", ""));
      default -> failed("unknown_method");
    };
  }

  private Reply post(@Nullable JsonNode payload) {
    if (payload == null) {
      return failed("invalid_json");
    }
    String channel = name(payload.path("channel").asText());
    if (!channels.contains(channel)) {
      return failed("channel_not_found");
    }
    SlackMessage message = keep(channel, payload);
    if (!message.accepted()) {
      return failed(error(message));
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("channel", id(channel)).put("ts", message.ts()).set("message", payload);
    return ok(answer);
  }

  private Reply history(String channel) {
    if (!channels.contains(name(channel))) {
      return failed("channel_not_found");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray("messages");
    for (SlackMessage message : messages) {
      if (message.accepted()
          && message.threadTs() == null
          && message.channel().equals(name(channel))) {
        ObjectNode shown = message.payload().deepCopy();
        // Slack lists the newest first.
        list.insert(0, shown.put("ts", message.ts()));
      }
    }
    return ok(answer);
  }

  private SlackMessage keep(String channel, JsonNode payload) {
    Instant now = clock.instant();
    String ts =
        String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), messages.size() + 100);
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

  private static String error(SlackMessage message) {
    String first = message.problems().get(0);
    if (first.startsWith("message:")) {
      return "no_text";
    }
    return first.startsWith("text:")
        ? "msg_too_long"
        : first.contains("characters in all") ? "msg_blocks_too_long" : "invalid_blocks";
  }

  private static @Nullable JsonNode parse(Request request) {
    String type = request.header("Content-Type");
    boolean form =
        type != null
            && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    String text = form ? request.form().getOrDefault("payload", "") : request.text();
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** A channel's id, which Slack makes from letters and digits alone. */
  private static String id(String channel) {
    return "C0" + channel.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private String name(String given) {
    return channels.stream().filter(c -> id(c).equals(given)).findFirst().orElse(given.replaceFirst("^#", ""));
  }

  private static Reply ok(ObjectNode answer) {
    return Reply.json(200, answer.put("ok", true).toString());
  }

  private static Reply failed(String error) {
    return Reply.json(200, JSON.valueToTree(Map.of("ok", false, "error", error)).toString());
  }
}
