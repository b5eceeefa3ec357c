package io.wireroom.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for the demo's parts: one handler, whole bodies in memory, one request at a
 * time, so handlers need no locks against each other. Not meant for production traffic.
 */
final class Server implements AutoCloseable {

  /** What a body may weigh: 2 MiB, far above any brief. */
  static final int MAX_BODY = 2 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  static {
    // Without this the JDK's server leaves Nagle's algorithm on, and small answers wait 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;

  /** Taken while a request is answered, so that closing does not cut the answer off. */
  private final Semaphore answering = new Semaphore(1);

  /**
   * Binds and starts to serve.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException if the port is taken or may not be used
   */
  Server(InetAddress bind, int port, Function<Request, Reply> handler) {
    try {
      server = HttpServer.create(new InetSocketAddress(bind, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't listen on " + bind.getHostAddress() + ":" + port + ": " + e.getMessage(), e);
    }
    server.createContext("/", exchange -> serve(exchange, handler));
    server.start();
  }

  /** Where the server can be reached, ending in a slash. */
  URI address() {
    InetSocketAddress at = server.getAddress();
    InetAddress bound = at.getAddress();
    String host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + at.getPort() + "/");
  }

  /** Ends once the answer under way is out. Not for use by a handler. */
  @Override
  public void close() {
    answering.acquireUninterruptibly();
    answering.release();
    server.stop(0);
  }

  private void serve(HttpExchange exchange, Function<Request, Reply> handler) {
    answering.acquireUninterruptibly();
    try (exchange) {
      Reply reply = answer(exchange, handler);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      if (head && !reply.headers().containsKey("Content-Length")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(reply.body().length));
      }
      if (head || reply.body().length == 0) {
        exchange.sendResponseHeaders(reply.status(), -1);
        return;
      }
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    } catch (IOException e) {
      log.debug("demo.broken {}", e.getMessage());
    } finally {
      answering.release();
    }
  }

  private static Reply answer(HttpExchange exchange, Function<Request, Reply> handler)
      throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(MAX_BODY + 1);
    }
    if (body.length > MAX_BODY) {
      return Reply.text(413, "more than " + MAX_BODY + " bytes\n");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery();
    try {
      return handler.apply(
          new Request(
              exchange.getRequestMethod(),
              uri.getRawPath(),
              query == null ? "" : query,
              headers,
              body));
    } catch (RuntimeException e) {
      log.warn("demo.failed path={}", uri.getPath(), e);
      return Reply.text(500, "the demo failed to answer: " + e.getMessage() + "\n");
    }
  }
}
