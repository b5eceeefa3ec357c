package io.wireroom.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/**
 * A web of a few recorded answers behind the route {@code http}: what is not among them is not
 * found, and no connection is ever made. Thread-safe.
 */
final class RecordedWeb implements ExecChainHandler {

  /**
   * @param type the Content-Type header
   */
  record Answer(int status, String type, byte[] body) {}

  private static final String ROBOTS = "/robots.txt";

  private final Map<String, Answer> answers;
  private final Set<String> asked = new ConcurrentSkipListSet<>();

  /**
   * @param answers by the address, without a fragment
   */
  RecordedWeb(Map<URI, Answer> answers) {
    this.answers =
        answers.entrySet().stream()
            .collect(Collectors.toMap(entry -> address(entry.getKey()), Map.Entry::getValue));
  }

  /** A client that asks this web only. */
  CloseableHttpClient client() {
    return HttpClientBuilder.create()
        .addExecInterceptorFirst("recorded", this)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws HttpException {
    String address = address(request);
    asked.add(address);
    Answer answer = answers.get(address);
    if (answer == null) {
      return new BasicClassicHttpResponse(HttpStatus.SC_NOT_FOUND);
    }
    ClassicHttpResponse response = new BasicClassicHttpResponse(answer.status());
    response.setHeader("Content-Type", answer.type());
    response.setEntity(new ByteArrayEntity(answer.body(), ContentType.parse(answer.type())));
    return response;
  }

  /** Addresses that were asked for and have no answer; the rules for robots aside. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(answers.keySet());
    missing.removeIf(address -> address.endsWith(ROBOTS));
    return missing;
  }

  /** Addresses with an answer that nobody asked for. */
  Set<String> idle() {
    Set<String> idle = new TreeSet<>(answers.keySet());
    idle.removeAll(asked);
    return idle;
  }

  private static String address(ClassicHttpRequest request) throws HttpException {
    try {
      return address(request.getUri());
    } catch (URISyntaxException e) {
      throw new HttpException("not an address", e);
    }
  }

  private static String address(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return uri.getScheme() + "://" + uri.getRawAuthority() + path + query;
  }
}
