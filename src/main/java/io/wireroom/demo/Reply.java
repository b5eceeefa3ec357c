package io.wireroom.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a {@link Request}.
 *
 * @param headers names as they should be sent; one value each
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

  /**
   * Sent with every page made from what strangers posted: no scripts, no forms, nothing loaded but
   * pictures from loopback.
   */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' http://127.0.0.1:*;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  static Reply of(int status, String contentType, String body) {
    return new Reply(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body);
  }

  static Reply json(int status, String body) {
    return of(status, "application/json; charset=utf-8", body);
  }

  /** A page for people that shows what others sent. */
  static Reply page(String html) {
    return of(200, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", PAGE_POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
