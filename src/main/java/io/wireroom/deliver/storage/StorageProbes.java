package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, when the hub starts, what each folder and bucket lacks, and says so in one line for
 * each lack. It never keeps anything from being delivered: what a store can't do shows there, too.
 * Thread-safe.
 */
public final class StorageProbes {

  private static final Logger LOG = LoggerFactory.getLogger(StorageProbes.class);

  private final ProbeLog log;
  private final Clock clock;

  public StorageProbes(ProbeLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Those that have not been asked lately. */
  public List<StorageDestination> due() {
    return log.due(clock.instant());
  }

  /** What has to be said to a bucket. */
  public BucketProbe begin(StorageDestination storage) {
    return BucketProbe.of(storage);
  }

  /** What came of it. */
  public ProbeReport report(StorageDestination storage, BucketProbe probe) {
    return new ProbeReport(storage, probe.lacks());
  }

  /** Asks a folder. */
  public ProbeReport look(StorageDestination storage) {
    return new ProbeReport(storage, FolderProbe.lacks(storage));
  }

  /** What it means that a store could not even be asked. */
  public ProbeReport failed(StorageDestination storage, Throwable failure) {
    return new ProbeReport(
        storage, List.of("can't be asked: " + StorageSender.unsent(failure).reason()));
  }

  /** Keeps what was found, and says it. */
  public void settle(ProbeReport report) {
    log.keep(report, clock.instant());
    report
        .lacks()
        .forEach(lack -> LOG.warn("probe destination={} lack=\"{}\"", report.storage().id(), lack));
  }
}
