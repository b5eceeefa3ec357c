package io.wireroom.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub hub on loopback, as the W3C describes one: it calls back, keeps leases and pushes. */
final class PushHub implements AutoCloseable {

  /** How the hub deals with those who ask. */
  enum Mood {
    WILLING,
    DENYING,
    /** Says yes and never calls back. */
    SILENT,
    /** Calls back before it says yes. */
    HASTY
  }

  /** A question of the hub to a callback, and its answer. */
  record Verified(String mode, String challenge, HttpResponse<String> answer) {}

  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<Verified> verified = new CopyOnWriteArrayList<>();
  volatile Mood mood = Mood.WILLING;
  volatile long leaseSeconds = 864_000;

  PushHub() throws IOException {
    server = new WebServer();
    server.on("/", this::receive);
  }

  URI address() {
    return server.at("/");
  }

  WebServer server() {
    return server;
  }

  /** The requests so far, as their fields. */
  List<Map<String, String>> asked() {
    return asked;
  }

  List<Verified> verified() {
    return verified;
  }

  /** The latest request's field. */
  String last(String field) {
    return asked.get(asked.size() - 1).getOrDefault(field, "");
  }

  WebServer.Answer receive(WebServer.Request request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : request.text().split("&")) {
      String[] both = pair.split("=", 2);
      form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    asked.add(form);
    if (mood == Mood.HASTY) {
      verify(form);
    } else if (mood != Mood.SILENT) {
      thread.execute(() -> verify(form));
    }
    return WebServer.Answer.status(202);
  }

  private void verify(Map<String, String> form) {
    String mode = mood == Mood.DENYING ? "denied" : form.getOrDefault("hub.mode", "");
    String challenge = "challenge-" + asked.size() + " <ü>";
    HttpResponse<String> answer =
        call(
            form.getOrDefault("hub.callback", ""),
            Map.of(
                "hub.mode",
                mode,
                "hub.topic",
                form.getOrDefault("hub.topic", ""),
                "hub.reason",
                "not today",
                "hub.challenge",
                challenge,
                "hub.lease_seconds",
                "" + leaseSeconds));
    verified.add(new Verified(mode, challenge, answer));
  }

  /** Calls a callback with these parameters. */
  HttpResponse<String> call(String callback, Map<String, String> parameters) {
    StringBuilder query = new StringBuilder("?");
    parameters.forEach(
        (name, value) ->
            query
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return send(HttpRequest.newBuilder(URI.create(callback + query)).build());
  }

  /** Pushes to the latest subscriber, signed by its secret. */
  HttpResponse<String> push(String body) {
    return push(body.getBytes(StandardCharsets.UTF_8), "sha256", Map.of());
  }

  HttpResponse<String> push(byte[] body, String method, Map<String, String> headers) {
    return push(
        body, method + "=" + sign(method, last("hub.secret"), body), headers, last("hub.callback"));
  }

  HttpResponse<String> push(
      byte[] body, String signature, Map<String, String> headers, String callback) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(callback))
            .header("Content-Type", "application/rss+xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!signature.isEmpty()) {
      request.header("X-Hub-Signature", signature);
    }
    headers.forEach(request::header);
    return send(request.build());
  }

  static String sign(String method, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("Hmac" + method.toUpperCase(java.util.Locale.ROOT));
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "x"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    server.close();
  }
}
