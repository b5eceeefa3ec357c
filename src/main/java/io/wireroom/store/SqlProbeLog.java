package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.ProbeLog;
import io.wireroom.deliver.storage.ProbeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What probes found, as rows. Thread-safe. */
public final class SqlProbeLog implements ProbeLog {

  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final Database database;
  private final List<StorageDestination> storages;

  /**
   * @param destinations of the config
   */
  public SqlProbeLog(Store store, List<Destination> destinations) {
    this.database = store.database();
    this.storages =
        destinations.stream()
            .filter(StorageDestination.class::isInstance)
            .map(StorageDestination.class::cast)
            .toList();
  }

  @Override
  public List<StorageDestination> due(Instant now) {
    if (storages.isEmpty()) {
      return List.of();
    }
    return database.write(
        handle -> storages.stream().filter(each -> !known(handle, each, now)).toList());
  }

  private static boolean known(Handle handle, StorageDestination storage, Instant now) {
    return Rows.any(
        handle,
        "SELECT 1 FROM probe WHERE destination_id = ? AND settings_hash = ? AND at > ? AND lacks ="
            + " ''",
        storage.id(),
        hash(storage),
        now.minus(GOOD_FOR).toEpochMilli());
  }

  @Override
  public void keep(ProbeReport report, Instant now) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO probe (destination_id, settings_hash, at, lacks) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (destination_id) DO UPDATE SET settings_hash ="
                    + " excluded.settings_hash, at = excluded.at, lacks = excluded.lacks",
                report.storage().id(),
                hash(report.storage()),
                now.toEpochMilli(),
                String.join("\n", report.lacks())));
  }

  private static String hash(StorageDestination storage) {
    return Integer.toHexString(storage.hashCode());
  }
}
