package io.wireroom.hub;

import java.util.Set;
import org.apache.camel.support.DefaultHeaderFilterStrategy;

/**
 * Which of a reply's headers the HTTP server sends. Camel's own choice drops {@code Cache-Control}
 * and, of an answer to HEAD, {@code Content-Length}; here a reply is sent as it was made.
 */
final class ReplyHeaders extends DefaultHeaderFilterStrategy {

  ReplyHeaders() {
    setOutFilter(Set.of("host", "connection", "transfer-encoding", "upgrade"));
    setLowerCase(true);
    setOutFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
    setInFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
  }
}
