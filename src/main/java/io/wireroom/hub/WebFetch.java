package io.wireroom.hub;

import io.wireroom.net.AddressPolicy;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The route {@code http} alone, for commands that read one address. It goes wherever the person who
 * typed the address could go, private networks included.
 */
public final class WebFetch implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Main main = new Main();
  private final ProducerTemplate template;
  private final CloseableHttpClient client =
      Transport.client(
          new AddressPolicy(List.of("0.0.0.0/0", "::/0")), TIMEOUT, TIMEOUT, 4, "Wireroom");

  /**
   * @param home the folder that holds {@code routes/}
   */
  public WebFetch(Path home, Clock clock) {
    main.configure().setRoutesIncludePattern("file:" + home.resolve("routes/http.camel.yaml"));
    main.setPropertyPlaceholderLocations("file:" + home.resolve("config/application.properties"));
    main.bind("http", new HttpStep(clock));
    main.bind("transport", client);
    main.start();
    template = main.getCamelContext().createProducerTemplate();
  }

  /** Fetches one address; whatever goes wrong is in the reply. */
  public HttpReply get(URI address) {
    return call(HttpCall.get(address, Map.of(), TIMEOUT, LARGEST));
  }

  /** Makes any request; whatever goes wrong is in the reply. */
  public HttpReply call(HttpCall call) {
    return template.requestBody("direct:http", call, HttpReply.class);
  }

  @Override
  public void close() {
    main.stop();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
