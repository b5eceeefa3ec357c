package io.wireroom.hub;

import io.vertx.core.http.HttpServerRequest;
import io.wireroom.web.WebReply;
import io.wireroom.web.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between Camel's HTTP server and the pages, feeds and API: a request becomes a {@link WebRequest}
 * with nothing of the transport left on the message, so that no caller can steer a later step by a
 * header; a {@link WebReply} becomes the answer.
 */
public final class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final String HEAD = "wireroom.door.head";

  /** In: a request of the HTTP server. Out: a {@link WebRequest}. */
  public WebRequest enter(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    // Not Camel's headers: those mix in the query, which could pose as a header or hide one.
    HttpServerRequest asked = ((HttpMessage) message).getRequest();
    Map<String, String> headers = new HashMap<>();
    asked
        .headers()
        .forEach(
            each ->
                headers.merge(
                    each.getKey().toLowerCase(Locale.ROOT),
                    each.getValue(),
                    (first, next) -> first + ", " + next));
    // HTTP/2 has no such header; the server knows the name from what stands in its place.
    headers.put("host", host(asked.absoluteURI()));
    WebRequest request =
        new WebRequest(
            asked.method().name(),
            Objects.requireNonNullElse(asked.path(), "/"),
            Objects.requireNonNullElse(asked.query(), ""),
            headers,
            body(message),
            local(asked));
    exchange.setProperty(HEAD, request.method().equals("HEAD"));
    message.removeHeaders("*");
    return request;
  }

  private static String host(String url) {
    try {
      return String.valueOf(URI.create(url).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] body(Message message) throws IOException {
    if (message.getBody() == null) {
      return new byte[0];
    }
    try (InputStream in = message.getBody(InputStream.class)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static boolean local(HttpServerRequest asked) {
    try {
      return asked.remoteAddress() != null
          && asked.remoteAddress().hostAddress() != null
          && InetAddress.getByName(asked.remoteAddress().hostAddress()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** In: a {@link WebReply}. Out: the answer of the HTTP server; to HEAD, without its body. */
  public void leave(Exchange exchange) {
    Message message = exchange.getMessage();
    WebReply reply = message.getBody(WebReply.class);
    message.removeHeaders("*");
    reply.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    boolean head = exchange.getProperty(HEAD, false, Boolean.class);
    if (head && reply.status() != 304) {
      message.setHeader("Content-Length", Integer.toString(reply.body().length));
    }
    message.setBody(head ? null : reply.body());
  }

  /** Out: the answer to a request that failed here, unforeseen. */
  public WebReply broken(Exchange exchange) {
    LOG.error("unforeseen", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    String body = "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500}";
    return WebReply.of(500, "application/problem+json", body);
  }
}
