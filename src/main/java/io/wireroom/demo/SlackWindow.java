package io.wireroom.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  private final SlackLog log;
  private final ChannelPage page = new ChannelPage();
  private final Server server;

  /**
   * Starts to serve on loopback.
   *
   * @param port 0 for any free one
   * @param channels names without the sign; the first is shown at first
   */
  public SlackWindow(int port, List<String> channels, Clock clock) {
    log = new SlackLog(channels, clock);
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
    return log.messages();
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
      String channel = request.query().getOrDefault("channel", log.channels().get(0));
      return log.channels().contains(channel)
          ? Reply.page(page.html(channel, log.channels(), messages()))
          : Reply.text(404, "channel_not_found");
    }
    return Reply.text(404, "no_service");
  }

  private Reply webhook(String channel, Request request) {
    if (!log.channels().contains(channel)) {
      return Reply.text(404, "no_service");
    }
    JsonNode payload = parse(request);
    if (payload == null) {
      return Reply.text(400, "invalid_payload");
    }
    SlackMessage message = log.keep(channel, payload);
    return message.accepted() ? Reply.text(200, "ok") : Reply.text(400, message.error());
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
      case "auth.test" ->
          ok(JSON.createObjectNode().put("team", "Brackwater").put("user", "wireroom"));
      case "chat.postMessage" -> post(parse(request));
      case "conversations.history" -> history(channel(request), null);
      case "conversations.replies" -> history(channel(request), request.query().get("ts"));
      default -> failed("unknown_method");
    };
  }

  private Reply post(@Nullable JsonNode payload) {
    if (payload == null) {
      return failed("invalid_json");
    }
    String channel = log.name(payload.path("channel").asText());
    if (!log.channels().contains(channel)) {
      return failed("channel_not_found");
    }
    SlackMessage message = log.keep(channel, payload);
    if (!message.accepted()) {
      return failed(message.error());
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("channel", log.id(channel)).put("ts", message.ts()).set("message", payload);
    return ok(answer);
  }

  /** Slack takes arguments from the query and from a form alike. */
  private static String channel(Request request) {
    String inForm = request.form().getOrDefault("channel", "");
    return request.query().getOrDefault("channel", inForm);
  }

  /**
   * @param thread the ts of the message whose answers are wanted; null for what is in no thread
   */
  private Reply history(String channel, @Nullable String thread) {
    if (!log.channels().contains(log.name(channel))) {
      return failed("channel_not_found");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray("messages");
    for (SlackMessage message : messages()) {
      if (message.accepted()
          && Objects.equals(message.threadTs(), thread)
          && message.channel().equals(log.name(channel))) {
        ObjectNode shown = message.payload().deepCopy();
        // Slack lists the newest first.
        list.insert(0, shown.put("ts", message.ts()));
      }
    }
    return ok(answer);
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

  private static Reply ok(ObjectNode answer) {
    return Reply.json(200, answer.put("ok", true).toString());
  }

  private static Reply failed(String error) {
    return Reply.json(200, JSON.valueToTree(Map.of("ok", false, "error", error)).toString());
  }
}
