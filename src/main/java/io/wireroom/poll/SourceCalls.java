package io.wireroom.poll;

import io.wireroom.net.HttpCall;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The requests that a source is asked by. All that goes to a stranger's host is put together here,
 * so that it can be seen that a secret goes to none but its own.
 */
final class SourceCalls {

  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5,"
          + " */*;q=0.1";

  private final Duration timeout;
  private final int maxBytes;

  /**
   * @param timeout for one fetch, from connecting to the last byte
   * @param maxBytes the largest answer that is read
   */
  SourceCalls(Duration timeout, int maxBytes) {
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /** For what has changed: validators go back to the letter (RFC 9110, 13.1). */
  HttpCall conditional(Source source) {
    Map<String, String> headers = headersFor(source, source.address());
    if (source.state().etag() != null) {
      headers.put("If-None-Match", source.state().etag());
    }
    if (source.state().lastModified() != null) {
      headers.put("If-Modified-Since", source.state().lastModified());
    }
    return HttpCall.get(source.address(), headers, timeout, maxBytes);
  }

  /** For whatever is at an address that the source names. */
  HttpCall plain(Source source, URI address) {
    return HttpCall.get(address, headersFor(source, address), timeout, maxBytes);
  }

  /**
   * What the config adds to requests may be a secret, which is for its own host only, and never
   * goes in clear text where it was given for https.
   */
  private static Map<String, String> headersFor(Source source, URI address) {
    boolean own = String.valueOf(source.url().getHost()).equalsIgnoreCase(address.getHost());
    boolean bared =
        "https".equalsIgnoreCase(source.url().getScheme())
            && !"https".equalsIgnoreCase(address.getScheme());
    Map<String, String> headers = new HashMap<>(own && !bared ? source.headers() : Map.of());
    headers.putIfAbsent("Accept", ACCEPT);
    return headers;
  }
}
