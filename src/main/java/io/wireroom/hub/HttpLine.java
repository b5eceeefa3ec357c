package io.wireroom.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** The route {@code http} and a few more, without a hub, for commands that ask something. */
final class HttpLine implements AutoCloseable {

  private final CamelMain main = new CamelMain();
  private final ProducerTemplate template;
  private final CloseableHttpClient client;

  /**
   * @param home the folder that holds {@code routes/}
   * @param client closed with this
   * @param routes names of route files, without their ending
   * @param beans that those routes need besides {@code http}
   */
  HttpLine(
      Path home,
      Clock clock,
      CloseableHttpClient client,
      List<String> routes,
      Map<String, Object> beans) {
    this.client = client;
    main.configure()
        .setRoutesIncludePattern(
            routes.stream()
                .map(route -> "file:" + home.resolve("routes/" + route + ".camel.yaml"))
                .collect(Collectors.joining(",")));
    main.setPropertyPlaceholderLocations("file:" + home.resolve("config/application.properties"));
    main.bind("http", new HttpStep(clock));
    main.bind("transport", client);
    beans.forEach(main::bind);
    main.start();
    template = main.getCamelContext().createProducerTemplate();
  }

  /**
   * Asks a route.
   *
   * @throws org.apache.camel.CamelExecutionException if it fails
   */
  <T> T ask(String route, Object body, Class<T> type) {
    return template.requestBody(route, body, type);
  }

  @Override
  public void close() {
    main.stop();
    main.forget();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
