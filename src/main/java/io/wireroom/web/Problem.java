package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that can't be answered as asked, as a problem document (RFC 9457). Its detail says what
 * is wrong and what would be right.
 */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String detail;
  private final @Nullable String field;
  private final Map<String, String> headers;

  /**
   * @param field the member of the body that is wrong, such as {@code filter.tags}; null when none
   */
  Problem(int status, String detail, @Nullable String field) {
    this(status, detail, field, Map.of());
  }

  private Problem(int status, String detail, @Nullable String field, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
    this.field = field;
    this.headers = Map.copyOf(headers);
  }

  /** A body that says something else than it may. */
  static Problem field(String field, String detail) {
    return new Problem(422, detail, field);
  }

  static Problem missing(String what) {
    return new Problem(404, what, null);
  }

  /** Another method would do. Source: RFC 9110, 15.5.6. */
  static Problem method(String allowed, String detail) {
    return new Problem(405, detail, null, Map.of("Allow", allowed));
  }

  /** Whoever asks must say who they are. Source: RFC 9110, 15.5.2. */
  static Problem unauthorized(String challenge, String detail) {
    return new Problem(401, detail, null, Map.of("WWW-Authenticate", challenge));
  }

  int status() {
    return status;
  }

  String detail() {
    return detail;
  }

  Map<String, String> headers() {
    return headers;
  }

  WebReply reply() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", "about:blank");
    node.put("title", title());
    node.put("status", status);
    node.put("detail", detail);
    if (field != null) {
      node.put("field", field);
    }
    return WebReply.of(status, "application/problem+json", node.toString()).with(headers);
  }

  String title() {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      default -> "Internal Server Error";
    };
  }
}
