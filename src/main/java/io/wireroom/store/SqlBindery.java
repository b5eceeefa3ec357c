package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Backoff;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.storage.Bindery;
import io.wireroom.deliver.storage.Volume;
import io.wireroom.deliver.storage.VolumeForm;
import io.wireroom.deliver.storage.Written;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that hold many briefs, as rows. An index waits for the files of its destination's days, for
 * it says how many briefs they have. Thread-safe.
 */
public final class SqlBindery implements Bindery {

  private static final Logger LOG = LoggerFactory.getLogger(SqlBindery.class);

  /** Each is a file in memory. */
  private static final int MOST_IN_HAND = 4;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Database database;
  private final List<StorageDestination> storages;
  private final Duration early;
  private final Clock clock;
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param destinations of the config; only files that they want are written
   * @param atOnce whether a file is written without gathering what comes within a minute
   */
  public SqlBindery(Store store, List<Destination> destinations, boolean atOnce, Clock clock) {
    this.database = store.database();
    this.storages =
        destinations.stream()
            .filter(StorageDestination.class::isInstance)
            .map(StorageDestination.class::cast)
            .filter(storage -> storage.volumes().wanted())
            .toList();
    this.early = atOnce ? SqlVolumes.GATHER : Duration.ZERO;
    this.clock = clock;
  }

  @Override
  public synchronized List<Volume> claim() {
    if (closed || storages.isEmpty() || inHand.size() >= MOST_IN_HAND) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Volume> claimed = database.write(handle -> claim(handle, now));
    claimed.forEach(volume -> inHand.add(name(volume)));
    return claimed;
  }

  private List<Volume> claim(Handle handle, Instant now) {
    List<Volume> claimed = new ArrayList<>();
    for (StorageDestination storage : storages) {
      // The index comes last in the list, so it sees whether any day is due or in hand.
      Set<String> busy = new HashSet<>();
      inHand.stream().filter(name -> name.startsWith(storage.id() + "\n")).forEach(busy::add);
      for (SqlVolumes.Row row : due(handle, storage, now, now)) {
        boolean index = row.name().form() == VolumeForm.INDEX;
        boolean room = claimed.size() + inHand.size() < MOST_IN_HAND;
        String name = name(storage.id(), row.name().key());
        if (room && !inHand.contains(name) && !(index && !busy.isEmpty())) {
          claimed.add(volume(handle, storage, row, now));
        }
        busy.add(name);
      }
    }
    return claimed;
  }

  private List<SqlVolumes.Row> due(
      Handle handle, StorageDestination storage, Instant now, Instant soon) {
    return SqlVolumes.due(handle, storage.id(), soon, now.plus(early)).stream()
        .filter(row -> wanted(storage, row.name().form()))
        .toList();
  }

  /** What the config does not want any more is kept, and not written. */
  private static boolean wanted(StorageDestination storage, VolumeForm form) {
    return form == VolumeForm.INDEX
        ? storage.volumes().index()
        : storage.volumes().daily().contains(form.word());
  }

  private static Volume volume(
      Handle handle, StorageDestination storage, SqlVolumes.Row row, Instant now) {
    List<Brief> briefs =
        SqlVolumes.documents(handle, row).stream()
            .map(document -> BriefJson.read(document.getBytes(StandardCharsets.UTF_8)))
            .toList();
    List<Volume.DayFile> files =
        row.name().form() == VolumeForm.INDEX ? SqlVolumes.files(handle, storage.id()) : List.of();
    return new Volume(storage, row.name(), briefs, row.stored(), files, now);
  }

  @Override
  public void settle(Written written) {
    Volume volume = written.volume();
    Outcome outcome = written.outcome();
    Instant now = clock.instant();
    boolean stored = outcome.verdict() == Outcome.Verdict.DELIVERED;
    database.write(
        handle -> {
          if (stored) {
            SqlVolumes.stored(handle, volume, written.briefs(), now);
          } else {
            Instant again = now.plus(wait(handle, volume, outcome));
            SqlVolumes.failed(handle, volume, outcome.reason(), again);
          }
          return stored;
        });
    inHand.remove(name(volume));
    LOG.info(
        "volume destination={} key={} verdict={} added={} briefs={} status={} reason=\"{}\"",
        volume.destination().id(),
        volume.name().key(),
        outcome.verdict(),
        volume.briefs().size(),
        written.briefs(),
        outcome.status(),
        outcome.reason());
  }

  /** It is never given up: what is owed stays owed. */
  private static Duration wait(Handle handle, Volume volume, Outcome outcome) {
    int failures =
        handle
            .createQuery("SELECT failures FROM volume WHERE destination_id = ? AND key = ?")
            .bind(0, volume.destination().id())
            .bind(1, volume.name().key())
            .mapTo(Integer.class)
            .one();
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(2 * failures, 20));
    Duration most = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration asked = Backoff.asked(outcome);
    return asked.compareTo(most) > 0 ? asked : most;
  }

  /** Claims no more; what is in hand is still worked on. */
  public void close() {
    closed = true;
  }

  /** How many are claimed and not settled. */
  public int inHand() {
    return inHand.size();
  }

  /** Whether any is in hand, or due by a time. */
  public boolean busy(Instant soon) {
    if (!inHand.isEmpty()) {
      return true;
    }
    Instant now = clock.instant();
    return !closed
        && !storages.isEmpty()
        && database.write(
            handle -> storages.stream().anyMatch(each -> !due(handle, each, now, soon).isEmpty()));
  }

  private static String name(Volume volume) {
    return name(volume.destination().id(), volume.name().key());
  }

  private static String name(String destinationId, String key) {
    return destinationId + "\n" + key;
  }
}
