package io.wireroom.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the hub's own pages and API.
 *
 * @param path as asked for, without the query
 * @param headers names in lower case
 * @param body at most as long as the server lets in
 * @param local whether the caller is on this machine
 */
public record WebRequest(
    String method, String path, Map<String, String> headers, byte[] body, boolean local) {

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /** A header; its name in lower case. */
  @Nullable String header(String name) {
    return headers.get(name);
  }
}
