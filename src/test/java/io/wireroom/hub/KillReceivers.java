package io.wireroom.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The receivers of a {@link KillRun}, which remember what they accepted: a webhook, an incoming
 * webhook and a channel of Slack's, the callback of a subscription made by the API, and receivers
 * of round-ups and notices. Each fails one first request in five, by a 500, a 429 or a broken
 * connection, and takes a while to answer.
 */
final class KillReceivers implements AutoCloseable {

  static final String CHANNEL = "C0123ABCD";

  /** Retold articles are called r instead of k. */
  static final Pattern ARTICLE = Pattern.compile("/a/([kr]\\d+)");

  /** What conversations.history gives at most. */
  private static final int PAGE = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebServer server = new WebServer();
  private final int answerMillis;
  private final Runnable acceptedOne;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> roundUps = new ConcurrentHashMap<>();
  private final Map<String, Integer> counted = new ConcurrentHashMap<>();
  private final Set<String> tried = ConcurrentHashMap.newKeySet();
  private final List<Message> channel = new ArrayList<>();

  /** A message in Slack's channel. */
  private record Message(
      String ts, String thread, boolean update, String article, JsonNode metadata) {}

  /**
   * @param answerMillis how long each request takes
   * @param acceptedOne called for each request that is accepted, before it is answered
   */
  KillReceivers(int answerMillis, Runnable acceptedOne) throws IOException {
    this.answerMillis = answerMillis;
    this.acceptedOne = acceptedOne;
    server.on("/hook", article("crm"));
    server.on("/slack", article("lobby"));
    server.on("/api", this::callback);
    server.on("/rounds", this::roundUp);
    server.on("/ops", this::notice);
    server.on("/slack/chat.postMessage", this::post);
    server.on("/slack/conversations.history", request -> history(""));
    server.on("/slack/conversations.replies", request -> history(query(request, "ts")));
  }

  String at(String path) {
    return server.at(path).toString();
  }

  /** How many came in. */
  int requests() {
    return requests.get();
  }

  /** How often a receiver accepted something; its key is such as {@code crm k12}. */
  int times(String key) {
    AtomicInteger times = accepted.get(key);
    return times == null ? 0 : times.get();
  }

  /** The keys of what was accepted more than once. */
  List<String> doubled() {
    return accepted.entrySet().stream()
        .filter(each -> each.getValue().get() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many different things one receiver accepted. */
  long accepted(String receiver) {
    return accepted.keySet().stream().filter(key -> key.startsWith(receiver + " ")).count();
  }

  /** How many articles the round-ups hold, those among them that are only counted there. */
  int inRoundUps() {
    return counted.values().stream().mapToInt(each -> each).sum();
  }

  /** The articles that went into two round-ups. */
  List<String> split() {
    return roundUps.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many updates stand below a message. */
  synchronized long threaded() {
    return channel.stream().filter(message -> !message.thread.isEmpty()).count();
  }

  /** Updates that do not stand below the article that they retell. */
  synchronized List<String> astray() {
    Map<String, String> names = new HashMap<>();
    channel.forEach(message -> names.put(message.ts, message.article));
    return channel.stream()
        .filter(Message::update)
        .filter(message -> !("k" + message.article.substring(1)).equals(names.get(message.thread)))
        .map(Message::article)
        .toList();
  }

  private Function<WebServer.Request, WebServer.Answer> article(String receiver) {
    return request -> {
      Matcher article = ARTICLE.matcher(request.text());
      if (!article.find()) {
        return WebServer.Answer.status(400);
      }
      String key = receiver + " " + article.group(1);
      WebServer.Answer failure = begun(key);
      return failure == null ? accept(key, WebServer.Answer.ok("text/plain", "ok")) : failure;
    };
  }

  private WebServer.Answer callback(WebServer.Request request) {
    return request.text().contains("subscription.challenge")
        ? WebServer.Answer.ok("application/json", request.text())
        : article("api").apply(request);
  }

  private WebServer.Answer roundUp(WebServer.Request request) {
    String id = String.valueOf(request.headers().get("webhook-id"));
    WebServer.Answer failure = begun("rounds " + id);
    if (failure != null) {
      return failure;
    }
    JsonNode data = read(request).path("data");
    counted.put(id, data.path("briefs").size() + data.path("left").asInt());
    ARTICLE
        .matcher(request.text())
        .results()
        .map(found -> "rounds " + found.group(1))
        .distinct()
        .forEach(
            key -> {
              count(key);
              roundUps.computeIfAbsent(key, each -> ConcurrentHashMap.newKeySet()).add(id);
            });
    acceptedOne.run();
    return WebServer.Answer.status(204);
  }

  private WebServer.Answer notice(WebServer.Request request) {
    String id = String.valueOf(request.headers().get("webhook-id"));
    WebServer.Answer failure = begun("ops " + id);
    return failure == null ? accept("ops " + id, WebServer.Answer.status(204)) : failure;
  }

  private WebServer.Answer post(WebServer.Request request) {
    JsonNode message = read(request);
    Matcher article = ARTICLE.matcher(request.text());
    if (!article.find() || !message.path("channel").asText().equals(CHANNEL)) {
      return WebServer.Answer.ok("application/json", "{\"ok\":false,\"error\":\"no_text\"}");
    }
    String key = "newsroom " + article.group(1);
    WebServer.Answer failure = begun(key);
    if (failure != null) {
      return failure;
    }
    String ts = put(article.group(1), message);
    return accept(
        key,
        WebServer.Answer.ok(
            "application/json",
            "{\"ok\":true,\"channel\":\"" + CHANNEL + "\",\"ts\":\"" + ts + "\"}"));
  }

  private synchronized String put(String article, JsonNode message) {
    String ts = "1." + (channel.size() + 1);
    channel.add(
        new Message(
            ts,
            message.path("thread_ts").asText(),
            message.path("text").asText().startsWith("Update: "),
            article,
            message.path("metadata")));
    return ts;
  }

  /** The newest messages of the channel, or all of a thread. */
  private synchronized WebServer.Answer history(String thread) {
    requests.incrementAndGet();
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    ArrayNode messages = answer.putArray("messages");
    for (int i = channel.size() - 1; i >= 0 && messages.size() < PAGE; i--) {
      Message message = channel.get(i);
      if (message.thread.equals(thread)) {
        messages.addObject().put("ts", message.ts).set("metadata", message.metadata);
      }
    }
    return WebServer.Answer.ok("application/json", answer.toString());
  }

  private static String query(WebServer.Request request, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(request.path());
    return value.find() ? value.group(1) : "";
  }

  private static JsonNode read(WebServer.Request request) {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a request fails; null when it does not. */
  private WebServer.@Nullable Answer begun(String key) {
    requests.incrementAndGet();
    try {
      Thread.sleep(answerMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!tried.add(key) || Math.floorMod(key.hashCode(), 5) != 0) {
      return null;
    }
    return switch (Math.floorMod(key.hashCode() / 5, 3)) {
      case 0 -> WebServer.Answer.status(500);
      case 1 -> new WebServer.Answer(429, Map.of("Retry-After", "1"), "");
      default -> WebServer.Answer.status(0);
    };
  }

  private WebServer.Answer accept(String key, WebServer.Answer answer) {
    count(key);
    acceptedOne.run();
    return answer;
  }

  private void count(String key) {
    accepted.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
  }

  @Override
  public void close() {
    server.close();
  }
}
