package io.wireroom.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the hub answers.
 *
 * @param headers names as they should be sent
 */
public record WebReply(int status, Map<String, String> headers, byte[] body) {

  public WebReply {
    headers = Map.copyOf(headers);
  }

  /** An answer in UTF-8. */
  public static WebReply of(int status, String type, String body) {
    return new WebReply(
        status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  WebReply with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** The same answer with more headers. */
  WebReply with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new WebReply(status, all, body);
  }
}
