package io.wireroom.hub;

import io.wireroom.net.BodyReader;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.jspecify.annotations.Nullable;

/**
 * Turns an {@link HttpCall} into a Camel message and what Camel brings back into an {@link
 * HttpReply}, so that no stage ever sees a transport header. Used by the route {@code http} only.
 */
public final class HttpStep {

  private static final String HOP = "wireroom.http.hop";
  private static final byte[] NOTHING = {};

  private final Clock clock;
  private final BodyReader bodies;

  HttpStep(Clock clock) {
    this.clock = clock;
    this.bodies = new BodyReader(clock);
  }

  /** The way of one call so far. {@code open} while a request has still to be made. */
  public record Hop(
      HttpCall call,
      URI uri,
      List<HttpReply.Hop> hops,
      Instant startedAt,
      boolean open,
      @Nullable HttpReply reply) {}

  /** Starts a call. In: an HttpCall as body. Out: a {@link Hop} as body. */
  public Hop begin(HttpCall call) {
    return new Hop(call, call.uri(), List.of(), clock.instant(), true, null);
  }

  /** Whether a request has still to be made. */
  public boolean open(Hop hop) {
    return hop.open();
  }

  /** Puts the next request of a call on the message. In: a {@link Hop} as body. */
  public void send(Exchange exchange) {
    Message message = exchange.getMessage();
    Hop hop = message.getBody(Hop.class);
    exchange.setProperty(HOP, hop);
    // Camel would unpack gzip by itself, without a limit on size or time.
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    message.removeHeaders("*");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept-Encoding", BodyReader.ACCEPT_ENCODING);
    headers.putAll(hop.call().headers());
    Redirects.strip(headers, hop.call().uri(), hop.uri());
    headers.forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(hop.call().method()));
    message.setHeader(Exchange.HTTP_URI, hop.uri().toString());
    byte[] body = hop.call().body();
    message.setBody(body.length == 0 ? null : body);
  }

  /** Reads the answer. Out: a {@link Hop} as body, closed unless it is a redirect to follow. */
  public Hop receive(Exchange exchange) {
    Message message = exchange.getMessage();
    Hop hop = (Hop) exchange.removeProperty(HOP);
    Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    Map<String, String> headers = headersOf(message);
    Hop answer;
    try (InputStream in = message.getBody(InputStream.class)) {
      answer = answered(hop, status == null ? 0 : status, headers, in);
    } catch (IOException e) {
      answer = closed(hop, status == null ? 0 : status, headers, new byte[0], e);
    }
    message.removeHeaders("*");
    return answer;
  }

  /** Says why there is no answer. Out: a closed {@link Hop} as body. */
  public Hop broken(Exchange exchange) {
    Hop hop = (Hop) exchange.removeProperty(HOP);
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    exchange.getMessage().removeHeaders("*");
    return closed(hop, 0, Map.of(), new byte[0], cause);
  }

  /** The end of a call. In: a closed {@link Hop}. */
  public HttpReply reply(Hop hop) {
    if (hop.reply() == null) {
      throw new IllegalStateException("the call to " + hop.uri().getHost() + " is still open");
    }
    return hop.reply();
  }

  private Hop answered(Hop hop, int status, Map<String, String> headers, @Nullable InputStream in)
      throws IOException {
    URI next = hop.call().redirects() == 0 ? null : Redirects.target(hop.uri(), status, headers);
    if (next != null) {
      if (hop.hops().size() >= hop.call().redirects()) {
        return failed(
            hop, status, headers, NOTHING, Failure.TOO_MANY_REDIRECTS, "redirected too often");
      }
      List<HttpReply.Hop> hops = new ArrayList<>(hop.hops());
      hops.add(new HttpReply.Hop(status, next));
      return new Hop(hop.call(), next, hops, hop.startedAt(), true, null);
    }
    byte[] body =
        in == null
            ? new byte[0]
            : bodies.read(
                in,
                headers.get("content-encoding"),
                hop.call().maxBytes(),
                hop.startedAt().plus(hop.call().timeout()));
    return closed(hop, status, headers, body, null);
  }

  private Hop closed(
      Hop hop, int status, Map<String, String> headers, byte[] body, @Nullable Exception cause) {
    if (cause != null) {
      String detail =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      byte[] begun = cause instanceof BodyReader.TooLarge large ? large.begun() : body;
      return failed(hop, status, headers, begun, NetworkFailure.of(cause), detail);
    }
    HttpReply reply =
        new HttpReply(status, hop.uri(), hop.hops(), headers, body, null, "", took(hop));
    return new Hop(hop.call(), hop.uri(), hop.hops(), hop.startedAt(), false, reply);
  }

  private Hop failed(
      Hop hop,
      int status,
      Map<String, String> headers,
      byte[] begun,
      Failure failure,
      String detail) {
    HttpReply reply =
        new HttpReply(status, hop.uri(), hop.hops(), headers, begun, failure, detail, took(hop));
    return new Hop(hop.call(), hop.uri(), hop.hops(), hop.startedAt(), false, reply);
  }

  private Duration took(Hop hop) {
    return Duration.between(hop.startedAt(), clock.instant());
  }

  private static Map<String, String> headersOf(Message message) {
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value != null && !name.startsWith("Camel")) {
                headers.put(name.toLowerCase(Locale.ROOT), join(value));
              }
            });
    return headers;
  }

  private static String join(Object value) {
    return value instanceof Collection<?>
        ? ((Collection<?>) value).stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }
}
