package io.wireroom.hub;

import io.wireroom.config.ServerConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Camel is told when it starts, besides the file of its switches. */
final class HubProperties {

  private static final int LARGEST_REQUEST = 64 * 1024;

  private HubProperties() {}

  /**
   * What the route files read as {@code {{wireroom.…}}}, and, for a service, its server, health and
   * metrics.
   */
  static Map<String, String> of(ServerConfig server, Purpose purpose) {
    boolean service = purpose == Purpose.SERVICE;
    boolean inTurn = purpose == Purpose.TRIAL;
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("wireroom.clock", Boolean.toString(service));
    properties.put("wireroom.pollers", inTurn ? "1" : "64");
    properties.put("wireroom.briefers", inTurn ? "1" : "8");
    properties.put("wireroom.couriers", Integer.toString(Wiring.LETTERS_IN_HAND));
    // How long a queue's thread waits for work before it looks whether to stop, in milliseconds;
    // Camel stops the queues one after another, so a run that ends by itself ends sooner.
    properties.put("wireroom.idle", service ? "200" : "25");
    if (service) {
      properties.put("camel.management.enabled", "true");
      properties.put("camel.management.host", server.bind());
      properties.put("camel.management.port", Integer.toString(server.port()));
      properties.put("camel.management.health-check-enabled", "true");
      properties.put("camel.management.health-path", "/observe/health");
      properties.put("camel.management.metrics-enabled", "true");
      properties.put("camel.metrics.path", "/observe/metrics");
      properties.put("camel.health.enabled", "true");
      properties.put("camel.metrics.enabled", "true");
      properties.put("camel.metrics.enable-route-policy", "true");
      properties.put("camel.metrics.enable-exchange-event-notifier", "false");
      properties.put("camel.component.platform-http.header-filter-strategy", "#replyHeaders");
      properties.put("camel.server.enabled", "true");
      properties.put("camel.server.host", server.bind());
      properties.put("camel.server.port", Integer.toString(server.port()));
      int largest = server.publicUrl() == null ? LARGEST_REQUEST : WebSub.LARGEST_PUSH;
      properties.put("camel.server.max-body-size", Integer.toString(largest));
    }
    return properties;
  }
}
