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
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebReply(status, more, body);
  }
}
