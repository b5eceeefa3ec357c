package io.wireroom.hub;

import io.wireroom.config.NetworkConfig;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.BucketListing;
import io.wireroom.deliver.storage.BucketRequests;
import io.wireroom.deliver.storage.BucketTalk;
import io.wireroom.deliver.storage.BucketTalks;
import io.wireroom.deliver.storage.StoreView;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;

/**
 * The routes {@code talk} and {@code http} alone, for commands that ask buckets something. It goes
 * only where the config lets the hub go.
 */
final class BucketLine implements StoreView, AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final HttpLine line;
  private final Clock clock;

  /**
   * @param home the folder that holds {@code routes/}
   */
  BucketLine(NetworkConfig network, Path home, Clock clock) {
    this.clock = clock;
    line =
        new HttpLine(
            home,
            clock,
            Transport.client(network, GuardedDns.SYSTEM, CONNECTIONS),
            List.of("http", "talk"),
            Map.of("talks", new BucketTalks(clock)));
  }

  /**
   * Says all that is to be said.
   *
   * @throws NoView if not even the first request can be made
   */
  <T extends BucketTalk> T talk(T begun, Class<T> type) {
    try {
      return line.ask("direct:talk", begun, type);
    } catch (CamelExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoView(String.valueOf(cause.getMessage()));
    }
  }

  /** Makes one request; whatever goes wrong is in the reply. */
  HttpReply call(HttpCall call) {
    return line.ask("direct:http", call, HttpReply.class);
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
    HttpReply reply = call(BucketRequests.of(storage).get(name, clock.instant()));
    if (!reply.ok()) {
      throw new NoView("can't read " + name + " (" + reply.status() + "); allow the key that");
    }
    return reply.body();
  }

  @Override
  public void close() {
    line.close();
  }
}
