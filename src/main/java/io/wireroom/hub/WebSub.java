package io.wireroom.hub;

import io.wireroom.config.NetworkConfig;
import io.wireroom.net.HostGate;
import io.wireroom.poll.ItemReader;
import io.wireroom.poll.websub.HubCallback;
import io.wireroom.poll.websub.HubDesk;
import io.wireroom.poll.websub.HubLease;
import io.wireroom.poll.websub.PushReader;
import io.wireroom.store.SqlHubLeases;
import io.wireroom.store.Store;
import io.wireroom.web.HubDoor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beans of {@code routes/service/websub.camel.yaml}. */
final class WebSub {

  /** The largest push that the server lets in; a larger one is found by the next poll. */
  static final int LARGEST_PUSH = 2 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(WebSub.class);

  private final SqlHubLeases leases;
  private final HubDesk desk;
  private final PushReader reader;
  private final HubDoor door;

  /**
   * @param store its sources are configured already
   * @param address where hubs can call this one; null when they can't
   */
  WebSub(Store store, HostGate gate, @Nullable URI address, NetworkConfig network, Clock clock) {
    URI callbacks =
        address == null ? null : URI.create(address.toString().replaceFirst("/*$", "/websub/"));
    leases = new SqlHubLeases(store, gate, callbacks, new SecureRandom(), clock);
    desk = new HubDesk(network.timeout(), clock);
    reader = new PushReader(leases, new ItemReader(), network.maxBytes().bytes(), clock);
    door = new HubDoor(new HubCallback(leases, clock));
    if (address == null) {
      LOG.info("websub state=OFF note=\"feeds are polled only; server.public-url turns it on\"");
    }
  }

  Map<String, Object> beans() {
    return Map.of("hubLeases", leases, "hubDesk", desk, "pushReader", reader, "hubDoor", door);
  }

  /** A request to a hub failed here, unforeseen. */
  void broken(HubLease lease, String why) {
    leases.record(desk.broken(lease, why));
  }

  void close() {
    leases.close();
  }
}
