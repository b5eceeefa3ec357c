package io.wireroom.hub;

import io.wireroom.net.AddressPolicy;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The route {@code http} alone, for commands that read one address. It goes wherever the person who
 * typed the address could go, private networks included.
 */
public final class WebFetch implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LARGEST = 16 * 1024 * 1024;

  private final HttpLine line;

  /**
   * @param home the folder that holds {@code routes/}
   */
  public WebFetch(Path home, Clock clock) {
    AddressPolicy anywhere = new AddressPolicy(List.of("0.0.0.0/0", "::/0"));
    line =
        new HttpLine(
            home,
            clock,
            Transport.client(anywhere, TIMEOUT, TIMEOUT, 4, "Wireroom"),
            List.of("http"),
            Map.of());
  }

  /** Fetches one address; whatever goes wrong is in the reply. */
  public HttpReply get(URI address) {
    return call(HttpCall.get(address, Map.of(), TIMEOUT, LARGEST));
  }

  /** Makes any request; whatever goes wrong is in the reply. */
  public HttpReply call(HttpCall call) {
    return line.ask("direct:http", call, HttpReply.class);
  }

  @Override
  public void close() {
    line.close();
  }
}
