package io.wireroom.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in, whole.
 *
 * @param method in upper case
 * @param rawPath as sent, percent-encoded; starts with a slash
 * @param rawQuery as sent; empty when there is none
 * @param headers names in lower case, values in the order they came
 * @param body at most {@link Server#MAX_BODY} bytes
 */
record Request(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The path, percent-decoded; a plus stays a plus. */
  String path() {
    return decode(rawPath);
  }

  /** The first value of a header, by any case of its name. */
  @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** The query's parameters, decoded; the last of a repeated one counts. */
  Map<String, String> query() {
    return parameters(rawQuery);
  }

  /** The fields of a body of type {@code application/x-www-form-urlencoded}. */
  Map<String, String> form() {
    return parameters(text().replace("+", "%20"));
  }

  private static Map<String, String> parameters(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decode(pair[0]),
                pair -> pair.length == 2 ? decode(pair[1]) : "",
                (first, last) -> last));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Percent-decodes as RFC 3986 does: a plus is a plus. */
  static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
