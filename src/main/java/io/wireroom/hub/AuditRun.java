package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.deliver.NewsDesk;
import io.wireroom.store.Audit;
import io.wireroom.store.SqlSubscribers;
import io.wireroom.store.Store;
import io.wireroom.subscribe.Subscription;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit, by the config: its subscriptions and those made by the API, its state, and its folders
 * and buckets. Beside a running hub.
 */
public final class AuditRun {

  private AuditRun() {}

  /**
   * Compares every brief and subscription with the deliveries, and, for storage, with what lies
   * there.
   *
   * @param home the folder that holds {@code routes/}
   * @param buckets whether buckets are asked, too
   * @throws io.wireroom.store.StateUnavailable if there is no state
   */
  public static Audit of(HubConfig config, Path home, boolean buckets, Clock clock) {
    Instant since = clock.instant().minus(config.retention().attempts());
    try (Store store = Store.beside(config.state().url());
        StoreAudit stores = new StoreAudit(config, home, buckets, clock)) {
      List<Subscription> subscriptions = new ArrayList<>(Stages.subscriptions(config));
      subscriptions.addAll(SqlSubscribers.made(store));
      NewsDesk desk = new NewsDesk(() -> subscriptions, clock);
      return Audit.of(store, desk, since, stores::look).with(stores.rest(store, since));
    }
  }
}
