package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.time.Instant;
import java.util.List;

/** What probes found, so that not every start asks again. Port; implemented in {@code store}. */
public interface ProbeLog {

  /** Those that were not asked for a day, or of which the config says something else since then. */
  List<StorageDestination> due(Instant now);

  /** Keeps what was found; one that lacks something is due again at the next start. */
  void keep(ProbeReport report, Instant now);
}
