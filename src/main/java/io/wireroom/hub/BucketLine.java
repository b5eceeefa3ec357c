package io.wireroom.hub;

import io.wireroom.config.NetworkConfig;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.BucketListing;
import io.wireroom.deliver.storage.BucketRequests;
import io.wireroom.deliver.storage.BucketTalk;
import io.wireroom.deliver.storage.BucketTalks;
import io.wireroom.deliver.storage.StoreView;
import io.wireroom.net.AddressPolicy;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The routes {@code talk} and {@code http} alone, for commands that ask buckets something. It goes
 * only where the config lets the hub go.
 */
final class BucketLine implements StoreView, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Main main = new Main();
  private final ProducerTemplate template;
  private final CloseableHttpClient client;
  private final Clock clock;

  /**
   * @param home the folder that holds {@code routes/}
   */
  BucketLine(NetworkConfig network, Path home, Clock clock) {
    this.clock = clock;
    client =
        Transport.client(
            new AddressPolicy(network.allow()), CONNECT, network.timeout(), 4, network.userAgent());
    String routes = "file:" + home.resolve("routes");
    main.configure()
        .setRoutesIncludePattern(routes + "/http.camel.yaml," + routes + "/talk.camel.yaml");
    main.setPropertyPlaceholderLocations("file:" + home.resolve("config/application.properties"));
    main.bind("http", new HttpStep(clock));
    main.bind("transport", client);
    main.bind("talks", new BucketTalks(clock));
    main.start();
    template = main.getCamelContext().createProducerTemplate();
  }

  /**
   * Says all that is to be said.
   *
   * @throws NoView if not even the first request can be made
   */
  <T extends BucketTalk> T talk(T begun, Class<T> type) {
    try {
      return template.requestBody("direct:talk", begun, type);
    } catch (CamelExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoView(String.valueOf(cause.getMessage()));
    }
  }

  @Override
  public List<BucketListing.Entry> list(StorageDestination storage, String beginning) {
    BucketListing listing = talk(BucketListing.of(storage, beginning), BucketListing.class);
    if (listing.failure() != null) {
      throw new NoView(listing.failure());
    }
    return listing.entries();
  }

  @Override
  public byte[] read(StorageDestination storage, String name) {
    HttpReply reply =
        template.requestBody(
            "direct:http", BucketRequests.of(storage).get(name, clock.instant()), HttpReply.class);
    if (!reply.ok()) {
      throw new NoView("can't read " + name + " (" + reply.status() + "); allow the key that");
    }
    return reply.body();
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
