package io.wireroom.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request to make. The route {@code http} sends it; the answer is an {@link HttpReply}.
 *
 * @param method such as {@code GET}
 * @param headers names as they should be sent
 * @param body the exact bytes to send; empty for none
 * @param timeout for the whole answer, from connecting to the last byte
 * @param maxBytes how much of the answer's body (decoded) is kept at most
 * @param redirects how many redirects to follow; 0 makes a 3xx the final answer
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    byte[] body,
    Duration timeout,
    int maxBytes,
    int redirects) {

  /**
   * What is kept of a receiver's answer: 128 KiB (Standard Webhooks, operational considerations).
   */
  public static final int ANSWER_BYTES = 128 * 1024;

  private static final byte[] NOTHING = {};

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A GET that follows up to ten redirects (the Fetch standard allows 20, browsers stop there). */
  public static HttpCall get(URI uri, Map<String, String> headers, Duration timeout, int maxBytes) {
    return new HttpCall("GET", uri, headers, NOTHING, timeout, maxBytes, 10);
  }

  /** A request with a body to a receiver: no redirects, a capped answer. */
  public static HttpCall send(
      String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {
    return new HttpCall(method, uri, headers, body, timeout, ANSWER_BYTES, 0);
  }
}
