package io.wireroom.hub;

import io.wireroom.brief.Brief;
import io.wireroom.config.HubConfig;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.FolderView;
import io.wireroom.deliver.storage.Inventory;
import io.wireroom.deliver.storage.StoreView;
import io.wireroom.store.Audit;
import io.wireroom.store.Audit.Finding;
import io.wireroom.store.Audit.Kind;
import io.wireroom.store.AuditedVolume;
import io.wireroom.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the audit that looks into folders and buckets. A bucket is asked only when something
 * was delivered to it; one that can't be looked into is named once, and the rest goes on.
 */
final class StoreAudit implements AutoCloseable {

  /** Of what nobody knows, in one store, that many are named. */
  private static final int MOST_FOREIGN = 100;

  private static final String NONE = "-";

  private final HubConfig config;
  private final Path home;
  private final boolean buckets;
  private final Clock clock;
  private final Map<String, Inventory> inventories = new LinkedHashMap<>();
  private final Map<String, String> unseen = new LinkedHashMap<>();
  private final Map<String, StorageDestination> storages = new LinkedHashMap<>();
  private @Nullable BucketLine line;

  /**
   * @param buckets whether buckets are asked
   */
  StoreAudit(HubConfig config, Path home, boolean buckets, Clock clock) {
    this.config = config;
    this.home = home;
    this.buckets = buckets;
    this.clock = clock;
    ConfiguredDestinations.of(config).stream()
        .filter(StorageDestination.class::isInstance)
        .map(StorageDestination.class::cast)
        .filter(storage -> buckets || !storage.bucket())
        .forEach(storage -> storages.put(storage.id(), storage));
  }

  /** Whether what is said to have arrived lies there; empty when it does, or nobody can look. */
  Optional<Audit.Missing> look(Brief brief, Delivery delivery) {
    StorageDestination storage = storages.get(delivery.destinationId());
    if (storage == null || unseen.containsKey(storage.id())) {
      return Optional.empty();
    }
    try {
      return switch (inventory(storage).look(brief)) {
        case THERE -> Optional.empty();
        case GONE ->
            Optional.of(
                new Audit.Missing(Kind.LOST, "it was delivered, and is not there any more"));
        case ALTERED ->
            Optional.of(
                new Audit.Missing(Kind.ALTERED, "it is there with another content than was sent"));
      };
    } catch (StoreView.NoView e) {
      unseen.put(storage.id(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Files of days that are gone, what nobody knows, and stores that nobody could look into. */
  List<Finding> rest(Store store, Instant since) {
    List<Finding> findings = new ArrayList<>();
    for (AuditedVolume volume : AuditedVolume.all(store, since)) {
      StorageDestination storage = storages.get(volume.destinationId());
      if (storage != null && !unseen.containsKey(storage.id())) {
        volume(storage, volume).ifPresent(findings::add);
      }
    }
    if (inventories.values().stream().anyMatch(each -> !each.foreign().isEmpty())) {
      AuditedVolume.eachBrief(store, brief -> inventories.values().forEach(i -> i.expect(brief)));
      AuditedVolume.eachParcel(store, each -> inventories.values().forEach(i -> i.expect(each)));
    }
    inventories.forEach((id, inventory) -> findings.addAll(foreign(id, inventory)));
    unseen.forEach((id, why) -> findings.add(finding(Kind.UNCHECKED, id, url(id), why)));
    return findings;
  }

  private Optional<Finding> volume(StorageDestination storage, AuditedVolume volume) {
    try {
      return inventory(storage).look(volume.name()) == Inventory.Found.THERE
          ? Optional.empty()
          : Optional.of(
              finding(
                  Kind.LOST,
                  storage.id(),
                  volume.name().key(),
                  "the file was stored, and is not there any more; deliveries replay fills it"
                      + " again"));
    } catch (StoreView.NoView e) {
      unseen.put(storage.id(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static List<Finding> foreign(String id, Inventory inventory) {
    List<String> names = List.copyOf(inventory.foreign());
    List<Finding> findings = new ArrayList<>();
    names.stream()
        .sorted()
        .limit(MOST_FOREIGN)
        .forEach(name -> findings.add(finding(Kind.FOREIGN, id, name, "nothing explains it")));
    if (names.size() > MOST_FOREIGN) {
      int more = names.size() - MOST_FOREIGN;
      findings.add(finding(Kind.FOREIGN, id, "…", "and " + more + " more that nothing explains"));
    }
    return findings;
  }

  private static Finding finding(Kind kind, String destinationId, String what, String note) {
    return new Finding(kind, NONE, destinationId, NONE, what, note);
  }

  private String url(String destinationId) {
    StorageDestination storage = storages.get(destinationId);
    return storage == null ? NONE : storage.url().toString();
  }

  private Inventory inventory(StorageDestination storage) {
    return inventories.computeIfAbsent(
        storage.id(), id -> new Inventory(storage, !storage.bucket() ? new FolderView() : line()));
  }

  private BucketLine line() {
    if (line == null) {
      line = new BucketLine(config.network(), home, clock);
    }
    return line;
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
    }
  }
}
