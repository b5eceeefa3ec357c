package io.wireroom.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the hub's own pages and API.
 *
 * @param path as asked for, without the query
 * @param query as asked for, without the question mark; empty when there is none
 * @param headers names in lower case
 * @param body at most as long as the server lets in
 * @param local whether the caller is on this machine
 */
public record WebRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    boolean local) {

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /** A header; its name in lower case. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The query's parameters, decoded; of those that come twice, the first. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.putIfAbsent(decoded(name), decoded(value));
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
