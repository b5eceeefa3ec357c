package io.wireroom.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link HttpCall} ended: with an answer, or with a failure that says what went wrong.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param uri where the answer came from, after redirects
 * @param hops the redirects taken, first to last
 * @param headers of the answer, names in lower case, repeated ones joined by {@code ", "}
 * @param body decoded (gzip, deflate, br) bytes, at most {@link HttpCall#maxBytes()}; of one that
 *     is too large, its beginning
 * @param failure why there is no (whole) answer; null when there is one
 * @param detail the failure in words; empty when there is none
 */
public record HttpReply(
    int status,
    URI uri,
    List<Hop> hops,
    Map<String, String> headers,
    byte[] body,
    @Nullable Failure failure,
    String detail,
    Duration took) {

  /** One redirect taken. {@code status} is 301, 302, 303, 307 or 308. */
  public record Hop(int status, URI to) {}

  /** Why a call has no whole answer. */
  public enum Failure {
    /** The network policy does not allow the address (private, link-local, not http). */
    REFUSED_BY_POLICY(false),
    /** The site's robots.txt does not let this page be read. */
    REFUSED_BY_ROBOTS(false),
    /** The site's robots.txt can't be had, which forbids its pages for now. */
    ROBOTS_UNKNOWN(false),
    UNKNOWN_HOST(false),
    CONNECT(false),
    TLS(false),
    /** No whole answer in time; the receiver may have acted on the request. */
    TIMEOUT(true),
    /** The connection broke after sending began; the receiver may have acted on the request. */
    BROKEN(true),
    TOO_LARGE(true),
    TOO_MANY_REDIRECTS(false);

    private final boolean maybeReceived;

    Failure(boolean maybeReceived) {
      this.maybeReceived = maybeReceived;
    }

    /** Whether the receiver may have received and acted on the request. */
    public boolean maybeReceived() {
      return maybeReceived;
    }
  }

  public HttpReply {
    hops = List.copyOf(hops);
    headers = Map.copyOf(headers);
  }

  /** Whether the receiver said yes: an answer with a 2xx status. */
  public boolean ok() {
    return failure == null && status >= 200 && status < 300;
  }

  /** A header of the answer, by any case of its name. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The body as UTF-8, for receivers' answers. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
