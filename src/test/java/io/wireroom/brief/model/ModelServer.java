package io.wireroom.brief.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wireroom.brief.model.ModelSettings.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that speaks the providers' protocols and does what the test scripted. */
final class ModelServer implements AutoCloseable {

  /** What to do with one request. */
  interface Act {
    void on(HttpExchange exchange, Provider provider) throws IOException;
  }

  record Request(String path, String body, String authorization, String apiKey) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Act> script = new ArrayDeque<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();

  ModelServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", exchange -> serve(exchange, Provider.OPENAI));
    server.createContext("/v1/messages", exchange -> serve(exchange, Provider.ANTHROPIC));
    server.createContext("/api/chat", exchange -> serve(exchange, Provider.OLLAMA));
    server.setExecutor(threads);
    server.start();
  }

  URI base(Provider provider) {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return URI.create(provider == Provider.OLLAMA ? root : root + "/v1");
  }

  ModelServer then(Act act) {
    synchronized (script) {
      script.add(act);
    }
    return this;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  int mostInside() {
    return mostInside.get();
  }

  /** Answers with this content, in the provider's envelope. */
  static Act answer(String content) {
    return (exchange, provider) -> send(exchange, 200, envelope(provider, content, false));
  }

  /** Answers with the beginning of this content, and says that it is only that. */
  static Act cutOff(String content) {
    return (exchange, provider) -> send(exchange, 200, envelope(provider, content, true));
  }

  static Act status(int status) {
    return (exchange, provider) ->
        send(exchange, status, "{\"error\":{\"type\":\"x\",\"message\":\"no\"}}");
  }

  /** Promises a whole answer and hangs up in the middle of it. */
  static Act hangUp(String content) {
    return (exchange, provider) -> {
      byte[] bytes = envelope(provider, content, false).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Answers only after the latch is open. */
  static Act when(CountDownLatch latch, Act act) {
    return (exchange, provider) -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      act.on(exchange, provider);
    };
  }

  private void serve(HttpExchange exchange, Provider provider) throws IOException {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestURI().getPath(),
              body,
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key"))));
      Act act;
      synchronized (script) {
        act = script.size() > 1 ? script.poll() : script.peek();
      }
      if (act != null) {
        act.on(exchange, provider);
      }
    } finally {
      inside.decrementAndGet();
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String envelope(Provider provider, String content, boolean cut) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    switch (provider) {
      case OPENAI -> {
        root.put("id", "c1").put("object", "chat.completion").put("model", "small");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", cut ? "length" : "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        root.putObject("usage")
            .put("prompt_tokens", 700)
            .put("completion_tokens", 300)
            .put("total_tokens", 1000);
      }
      case ANTHROPIC -> {
        root.put("id", "m1").put("type", "message").put("role", "assistant").put("model", "small");
        root.putArray("content").addObject().put("type", "text").put("text", content);
        root.put("stop_reason", cut ? "max_tokens" : "end_turn");
        root.putObject("usage").put("input_tokens", 700).put("output_tokens", 300);
      }
      case OLLAMA -> {
        root.put("model", "small").put("created_at", "2026-03-03T10:00:00Z");
        root.putObject("message").put("role", "assistant").put("content", content);
        root.put("done", true).put("done_reason", cut ? "length" : "stop");
        root.put("prompt_eval_count", 700).put("eval_count", 300);
      }
    }
    return root.toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
