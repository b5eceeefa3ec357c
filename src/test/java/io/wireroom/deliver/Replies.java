package io.wireroom.deliver;

import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Receivers' answers as values. */
public final class Replies {

  private static final URI FROM = URI.create("https://receiver.example/");

  private Replies() {}

  public static HttpReply of(int status, String body) {
    return of(status, body, Map.of());
  }

  public static HttpReply of(int status, String body, Map<String, String> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new HttpReply(status, FROM, List.of(), headers, bytes, null, "", Duration.ofMillis(40));
  }

  public static HttpReply failed(HttpReply.Failure failure) {
    return new HttpReply(
        0, FROM, List.of(), Map.of(), new byte[0], failure, "no luck", Duration.ofSeconds(20));
  }
}
