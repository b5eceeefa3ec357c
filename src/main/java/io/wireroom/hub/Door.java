package io.wireroom.hub;

import io.vertx.core.net.SocketAddress;
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
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between Camel's HTTP server and the pages and API: a request becomes a {@link WebRequest} with
 * nothing of the transport left on the message, so that no caller can steer a later step by a
 * header; a {@link WebReply} becomes the answer.
 */
public final class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final String REMOTE = "CamelVertxPlatformHttpRemoteAddress";

  /** In: a request of the HTTP server. Out: a {@link WebRequest}. */
  public WebRequest enter(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Map<String, String> headers = new HashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value instanceof String && !name.startsWith("Camel")) {
                headers.put(name.toLowerCase(Locale.ROOT), (String) value);
              }
            });
    // HTTP/2 has no such header; the server knows the name from what stands in its place.
    headers.put("host", host(message.getHeader(Exchange.HTTP_URL, "", String.class)));
    String target = message.getHeader(Exchange.HTTP_URI, "/", String.class);
    int query = target.indexOf('?');
    WebRequest request =
        new WebRequest(
            message.getHeader(Exchange.HTTP_METHOD, "GET", String.class),
            query < 0 ? target : target.substring(0, query),
            query < 0 ? "" : target.substring(query + 1),
            headers,
            body(message),
            local(message.getHeader(REMOTE)));
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

  private static boolean local(Object remote) {
    try {
      return remote instanceof SocketAddress address
          && address.hostAddress() != null
          && InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** In: a {@link WebReply}. Out: the answer of the HTTP server. */
  public void leave(Exchange exchange) {
    Message message = exchange.getMessage();
    WebReply reply = message.getBody(WebReply.class);
    message.removeHeaders("*");
    reply.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    message.setBody(reply.body());
  }

  /** Out: the answer to a request that failed here, unforeseen. */
  public WebReply broken(Exchange exchange) {
    LOG.error("unforeseen", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    String body = "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500}";
    return WebReply.of(500, "application/problem+json", body);
  }
}
