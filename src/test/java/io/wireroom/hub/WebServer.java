package io.wireroom.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server on loopback whose answers a test sets path by path, and which remembers. */
final class WebServer implements AutoCloseable {

  /** A request as it came in. Header names are lower-case. */
  record Request(String method, String path, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** An answer. A status of 0 drops the connection without one. */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer ok(String type, String body) {
      return new Answer(200, Map.of("Content-Type", type), body);
    }

    static Answer status(int status) {
      return new Answer(status, Map.of(), "");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void on(String path, Function<Request, Answer> answer) {
    answers.put(path, answer);
  }

  void on(String path, Answer answer) {
    on(path, request -> answer);
  }

  /** An answer that is written byte by byte: wrong lengths, slow drips, encodings. */
  void raw(String path, HttpHandler answer) {
    handlers.put(path, answer);
  }

  /** The requests for a path, oldest first. */
  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  void forget() {
    requests.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            exchange.getRequestBody().readAllBytes());
    requests.add(request);
    HttpHandler handler = handlers.get(request.path());
    if (handler != null) {
      handler.handle(exchange);
      exchange.close();
      return;
    }
    String withoutQuery = exchange.getRequestURI().getPath();
    Function<Request, Answer> known =
        answers.getOrDefault(request.path(), answers.get(withoutQuery));
    Answer answer = known == null ? Answer.status(404) : known.apply(request);
    if (answer.status() > 0) {
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
    exchange.close();
  }

  /** The paths that were asked for, oldest first. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    requests.forEach(request -> paths.add(request.path()));
    return paths;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
