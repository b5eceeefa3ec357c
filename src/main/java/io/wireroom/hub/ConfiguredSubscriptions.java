package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.config.SubscriptionConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** The config's subscriptions under the ids by which the state, deliveries and feeds know them. */
public final class ConfiguredSubscriptions {

  private ConfiguredSubscriptions() {}

  /** In the order of the file. */
  public static Map<String, SubscriptionConfig> of(HubConfig config) {
    Map<String, SubscriptionConfig> byId = new LinkedHashMap<>();
    for (SubscriptionConfig each : config.subscriptions()) {
      byId.put(Stages.id(each), each);
    }
    return byId;
  }
}
