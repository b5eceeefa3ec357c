package io.wireroom.hub;

import io.wireroom.brief.Brief;
import io.wireroom.config.HubConfig;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.NewsDesk;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.StorageSender;
import io.wireroom.store.Audit;
import io.wireroom.store.SqlSubscribers;
import io.wireroom.store.Store;
import io.wireroom.subscribe.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The audit, by the config: its subscriptions and those made by the API, its state, and its
 * folders. Beside a running hub.
 */
public final class AuditRun {

  private AuditRun() {}

  /**
   * Compares every brief and subscription with the deliveries, and, for folders, with the files.
   *
   * @throws io.wireroom.store.StateUnavailable if there is no state
   */
  public static Audit of(HubConfig config, Clock clock) {
    Map<String, Destination> destinations =
        ConfiguredDestinations.of(config).stream()
            .collect(Collectors.toMap(Destination::id, Function.identity()));
    Instant now = clock.instant();
    Instant since = now.minus(config.retention().attempts());
    try (Store store = Store.beside(config.state().url().toString())) {
      List<Subscription> subscriptions = new ArrayList<>(Stages.subscriptions(config));
      subscriptions.addAll(SqlSubscribers.made(store));
      NewsDesk desk = new NewsDesk(() -> subscriptions, clock);
      return Audit.of(
          store,
          desk,
          since,
          (brief, delivery) -> stored(destinations.get(delivery.destinationId()), delivery, brief));
    }
  }

  /** Whether a brief's files are in their folder; true for what is no folder. */
  private static boolean stored(@Nullable Destination destination, Delivery delivery, Brief brief) {
    if (!(destination instanceof StorageDestination storage) || storage.s3() != null) {
      return true;
    }
    Path folder = storage.directory();
    return new StorageSender()
        .objects(new Letter(delivery, destination, brief, delivery.createdAt())).stream()
            .allMatch(object -> Files.exists(folder.resolve(object.key())));
  }
}
