package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.deliver.NewsDesk;
import io.wireroom.store.Audit;
import io.wireroom.store.Store;
import io.wireroom.subscribe.Subscription;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The audit, by the config: its subscriptions, its state, and its folders and buckets. Beside a
 * running hub.
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
    List<Subscription> subscriptions = Stages.subscriptions(config);
    NewsDesk desk = new NewsDesk(() -> subscriptions, clock);
    Instant since = clock.instant().minus(config.retention().attempts());
    try (Store store = Store.beside(config.state().url().toString());
        StoreAudit stores = new StoreAudit(config, home, buckets, clock)) {
      return Audit.of(store, desk, since, stores::look).with(stores.rest(store, since));
    }
  }
}
