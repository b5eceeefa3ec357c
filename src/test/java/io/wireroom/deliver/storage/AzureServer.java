package io.wireroom.deliver.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A blob service with one account and one container, by Microsoft's documents: Shared Key or one
 * signature, Put Blob with conditions, Get, Delete and List Blobs.
 */
public final class AzureServer implements AutoCloseable {

  public static final String ACCOUNT = "newsaccount";
  public static final String KEY =
      Base64.getEncoder()
          .encodeToString("a key for the tests only".getBytes(StandardCharsets.UTF_8));
  static final String SAS = "sv=2021-08-06&sig=only%2Ffor%2Btests";

  private record Blob(byte[] content, Map<String, String> headers, String etag) {}

  private final TreeMap<String, Blob> blobs = new TreeMap<>();
  private final HttpServer server;
  private int writes;

  public AzureServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange);
          }
        });
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<String> names() {
    return new ArrayList<>(blobs.keySet());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (!authorized(exchange, body.length)) {
      error(exchange, 403, "AuthenticationFailed");
    } else if (!path.equals("/news") && !path.startsWith("/news/")) {
      error(exchange, 404, "ContainerNotFound");
    } else if (path.equals("/news")) {
      list(exchange);
    } else {
      blob(exchange, path.substring("/news/".length()), body);
    }
  }

  private void blob(HttpExchange exchange, String name, byte[] body) throws IOException {
    Blob old = blobs.get(name);
    switch (exchange.getRequestMethod()) {
      case "PUT" -> put(exchange, name, old, body);
      case "DELETE" -> {
        blobs.remove(name);
        exchange.sendResponseHeaders(202, -1);
      }
      default -> {
        if (old == null) {
          error(exchange, 404, "BlobNotFound");
          return;
        }
        old.headers().forEach((header, value) -> exchange.getResponseHeaders().set(header, value));
        exchange.getResponseHeaders().set("ETag", old.etag());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : old.content().length);
        if (!head) {
          exchange.getResponseBody().write(old.content());
        }
      }
    }
  }

  private void put(HttpExchange exchange, String name, @Nullable Blob old, byte[] body)
      throws IOException {
    String match = header(exchange, "If-Match");
    if (header(exchange, "If-None-Match").equals("*") && old != null) {
      error(exchange, 409, "BlobAlreadyExists");
    } else if (!match.isEmpty() && (old == null || !match.equals(old.etag()))) {
      error(exchange, 412, "ConditionNotMet");
    } else if (!header(exchange, "x-ms-blob-type").equals("BlockBlob")) {
      error(exchange, 400, "MissingRequiredHeader");
    } else {
      Map<String, String> kept = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (header, values) -> {
                if (header.toLowerCase(Locale.ROOT).startsWith("x-ms-meta-")) {
                  kept.put(header, values.get(0));
                }
              });
      kept.put("Content-Type", header(exchange, "Content-Type"));
      kept.put("Cache-Control", header(exchange, "x-ms-blob-cache-control"));
      blobs.put(name, new Blob(body, kept, "\"0x8D" + ++writes + "\""));
      exchange.sendResponseHeaders(201, -1);
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("marker", "");
    int most = Integer.parseInt(query.getOrDefault("maxresults", "5000"));
    List<String> found =
        blobs.keySet().stream()
            .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
            .toList();
    List<String> shown = found.subList(0, Math.min(most, found.size()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><EnumerationResults><Blobs>");
    for (String name : shown) {
      byte[] content = Objects.requireNonNull(blobs.get(name)).content();
      xml.append("<Blob><Name>").append(name.replace("&", "&amp;").replace("<", "&lt;"));
      xml.append("</Name><Properties><Etag>0x8D</Etag><Content-Length>").append(content.length);
      xml.append("</Content-Length><Content-MD5>").append(md5(content));
      xml.append("</Content-MD5></Properties></Blob>");
    }
    String next = shown.size() < found.size() ? shown.get(shown.size() - 1) : "";
    xml.append("</Blobs><NextMarker>").append(next).append("</NextMarker></EnumerationResults>");
    reply(exchange, 200, xml.toString());
  }

  /** Recomputed from the request as it came, by the documents. */
  private static boolean authorized(HttpExchange exchange, int length) {
    String given = header(exchange, "Authorization");
    URI uri = exchange.getRequestURI();
    if (given.isEmpty()) {
      return String.valueOf(uri.getRawQuery()).endsWith(SAS);
    }
    TreeMap<String, String> ours = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> ours.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    List<String> lines = new ArrayList<>();
    lines.add(exchange.getRequestMethod());
    for (String name :
        "content-encoding content-language content-length content-md5 content-type date if-modified-since if-match if-none-match if-unmodified-since range"
            .split(" ", -1)) {
      String value = ours.getOrDefault(name, "");
      lines.add(name.equals("content-length") ? (length == 0 ? "" : "" + length) : value);
    }
    ours.forEach(
        (name, value) -> {
          if (name.startsWith("x-ms-")) {
            lines.add(name + ":" + value);
          }
        });
    lines.add("/" + ACCOUNT + uri.getRawPath());
    new TreeMap<>(query(uri)).forEach((name, value) -> lines.add(name + ":" + value));
    return given.equals("SharedKey " + ACCOUNT + ":" + hmac(String.join("\n", lines)));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(
            parts[0], URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    reply(exchange, status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
  }

  private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
