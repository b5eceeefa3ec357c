package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.BucketProbe;
import io.wireroom.deliver.storage.FolderProbe;
import io.wireroom.deliver.storage.StoreView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the folders and buckets of a config what they can do, before anything runs. */
public final class ProbeRun {

  private ProbeRun() {}

  /**
   * What each lacks, in words, with what to do; by the destination's id, in the config's order. A
   * small file or object is written and removed again.
   *
   * @param home the folder that holds {@code routes/}
   */
  public static Map<String, List<String>> of(HubConfig config, Path home, Clock clock) {
    List<StorageDestination> storages =
        ConfiguredDestinations.of(config).stream()
            .filter(StorageDestination.class::isInstance)
            .map(StorageDestination.class::cast)
            .toList();
    Map<String, List<String>> lacks = new LinkedHashMap<>();
    if (storages.stream().allMatch(storage -> !storage.bucket())) {
      storages.forEach(storage -> lacks.put(storage.id(), FolderProbe.lacks(storage)));
      return lacks;
    }
    try (BucketLine line = new BucketLine(config.network(), home, clock)) {
      storages.forEach(storage -> lacks.put(storage.id(), lacks(storage, line)));
    }
    return lacks;
  }

  private static List<String> lacks(StorageDestination storage, BucketLine line) {
    if (!storage.bucket()) {
      return FolderProbe.lacks(storage);
    }
    try {
      return line.talk(BucketProbe.of(storage), BucketProbe.class).lacks();
    } catch (StoreView.NoView e) {
      return List.of("can't be asked: " + e.getMessage());
    }
  }
}
