package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.net.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A message as the POST of a JSON object, which is how every chat takes one. */
final class ChatCall {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private ChatCall() {}

  static HttpCall post(URI uri, JsonNode message) {
    Map<String, String> headers = Map.of("Content-Type", "application/json; charset=utf-8");
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    return HttpCall.send("POST", uri, headers, body, TIMEOUT);
  }
}
