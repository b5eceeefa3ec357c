package io.wireroom.store;

import static io.wireroom.store.Room.DELIVERED;
import static io.wireroom.store.Room.REJECTED;
import static io.wireroom.store.Room.RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import io.wireroom.deliver.storage.ProbeReport;
import io.wireroom.deliver.storage.Volume;
import io.wireroom.deliver.storage.Written;
import io.wireroom.time.ManualClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When files of many briefs are written, and that no brief is forgotten on the way. */
class SqlBinderyTest {

  private static final StorageDestination ARCHIVE = storage(List.of("jsonl", "parquet"));
  private static final Duration GATHER = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private Room room;
  private SqlBindery bindery;

  @BeforeEach
  void open() {
    room = new Room(folder, clock);
    room.outbox.configure(List.of(ARCHIVE));
    bindery = bindery(false);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private SqlBindery bindery(boolean atOnce) {
    return new SqlBindery(room.store, List.of(ARCHIVE), atOnce, clock);
  }

  private static StorageDestination storage(List<String> daily) {
    return new StorageDestination(
        "archive",
        new Destination.Lane(0, 4),
        URI.create("file:out"),
        List.of("json"),
        "{id}.json",
        new StorageVolumes(daily, "dt={made:yyyy-MM-dd}/briefs.{format}", true),
        null);
  }

  private void deliver(String name, Outcome outcome) {
    room.items(name)
        .forEach(
            item -> room.outbox.publish(room.publication(item, "Of " + name + ".", "archive")));
    room.settle(room.outbox.claim(), outcome);
  }

  private static List<String> keys(List<Volume> volumes) {
    return volumes.stream()
        .map(volume -> volume.name().key().replaceAll("dt=[^/]*/", ""))
        .sorted()
        .toList();
  }

  private static List<String> ids(Volume volume) {
    return volume.briefs().stream().map(Brief::id).toList();
  }

  private void stored(Volume volume, int briefs) {
    bindery.settle(new Written(volume, DELIVERED, briefs));
  }

  @Test
  void what_comes_within_a_minute_goes_into_each_file_by_one_write() {
    deliver("a", DELIVERED);
    assertThat(bindery.claim()).isEmpty();
    clock.forward(GATHER.dividedBy(2));
    deliver("b", DELIVERED);
    clock.forward(GATHER.dividedBy(2));

    List<Volume> claimed = bindery.claim();

    assertThat(keys(claimed)).containsExactly("briefs.jsonl", "briefs.parquet");
    assertThat(claimed)
        .allSatisfy(volume -> assertThat(ids(volume)).containsExactly("brief-a", "brief-b"));
    assertThat(bindery.claim()).isEmpty();
  }

  @Test
  void what_was_not_delivered_is_in_no_file() {
    deliver("a", RETRY);
    deliver("b", REJECTED);
    clock.forward(GATHER);

    assertThat(bindery.claim()).isEmpty();
    assertThat(bindery.busy(clock.instant().plus(GATHER))).isFalse();
  }

  @Test
  void the_index_comes_after_the_days_and_knows_how_many_briefs_they_have() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    List<Volume> days = bindery.claim();
    stored(days.get(0), 7);
    assertThat(bindery.claim()).isEmpty();
    stored(days.get(1), 7);

    List<Volume> index = bindery.claim();

    assertThat(keys(index)).containsExactly("index.json");
    assertThat(ids(index.get(0))).containsExactly("brief-a");
    assertThat(index.get(0).files()).hasSize(2).allMatch(file -> file.briefs() == 7);
    stored(index.get(0), 1);
    assertThat(bindery.busy(clock.instant())).isFalse();
    assertThat(room.count("SELECT COUNT(*) FROM volume_brief")).isZero();
  }

  @Test
  void what_came_while_a_file_was_written_goes_into_the_next_write() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    List<Volume> first = bindery.claim();
    deliver("b", DELIVERED);
    first.forEach(volume -> stored(volume, 1));
    bindery.claim().forEach(volume -> stored(volume, 1));
    assertThat(bindery.claim()).isEmpty();
    clock.forward(GATHER);

    assertThat(bindery.claim())
        .hasSize(2)
        .allSatisfy(volume -> assertThat(ids(volume)).containsExactly("brief-b"))
        .allMatch(volume -> volume.stored() == 1);
  }

  @Test
  void a_process_that_dies_between_write_and_row_leaves_the_brief_owed() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    assertThat(bindery.claim()).hasSize(2);
    room.close();

    open();

    assertThat(bindery.claim())
        .hasSize(2)
        .allSatisfy(volume -> assertThat(ids(volume)).containsExactly("brief-a"));
  }

  @Test
  void a_file_that_fails_is_tried_again_later_and_later_and_never_given_up() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    for (int failures = 0; failures < 20; failures++) {
      List<Volume> claimed = bindery.claim();
      assertThat(claimed).as("after %d failures", failures).isNotEmpty();
      claimed.forEach(volume -> bindery.settle(new Written(volume, RETRY, 0)));
      bindery.claim().forEach(volume -> bindery.settle(new Written(volume, RETRY, 0)));
      assertThat(bindery.claim()).isEmpty();
      clock.forward(Duration.ofHours(1));
    }
    Tally tally = Tally.since(room.store, clock.instant());
    assertThat(tally.volumes())
        .hasSize(3)
        .allSatisfy(
            volume -> {
              assertThat(volume.missing()).isEqualTo(1);
              assertThat(volume.note()).isEqualTo("answered so");
            });
    assertThat(tally.troubled()).isTrue();
  }

  @Test
  void a_run_that_ends_writes_at_once_what_did_not_fail() {
    deliver("a", DELIVERED);
    bindery = bindery(true);
    assertThat(bindery.busy(clock.instant())).isTrue();
    List<Volume> claimed = bindery.claim();
    assertThat(claimed).hasSize(2);
    claimed.forEach(volume -> bindery.settle(new Written(volume, RETRY, 0)));

    List<Volume> index = bindery.claim();
    assertThat(keys(index)).containsExactly("index.json");
    stored(index.get(0), 1);

    assertThat(bindery.busy(clock.instant())).isFalse();
    assertThat(bindery.busy(clock.instant().plusSeconds(30))).isTrue();
  }

  @Test
  void a_form_that_the_config_does_not_want_any_more_is_not_written() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    bindery = new SqlBindery(room.store, List.of(storage(List.of("jsonl"))), false, clock);

    assertThat(keys(bindery.claim())).containsExactly("briefs.jsonl");
  }

  @Test
  void a_thousand_briefs_go_into_a_file_by_parts() {
    for (int i = 0; i < 510; i++) {
      deliver("n" + i, DELIVERED);
    }
    clock.forward(GATHER);
    List<Volume> first = bindery.claim();
    assertThat(first).allMatch(volume -> volume.briefs().size() == 500);
    first.forEach(volume -> stored(volume, 500));

    assertThat(bindery.claim()).hasSize(2).allMatch(volume -> volume.briefs().size() == 10);
  }

  @Test
  void what_a_replay_delivers_again_is_put_into_its_files_again() {
    deliver("a", DELIVERED);
    clock.forward(GATHER);
    bindery.claim().forEach(volume -> stored(volume, 1));
    bindery.claim().forEach(volume -> stored(volume, 1));

    new SqlDeliveryLog(room.store)
        .replay(new SqlDeliveryLog.Wanted(List.of(), false, null, "archive"), clock.instant());
    room.settle(room.outbox.claim(), DELIVERED);
    clock.forward(GATHER);

    assertThat(bindery.claim()).hasSize(2);
  }

  @Test
  void a_probe_is_good_for_a_day_unless_something_is_lacking_or_has_changed() {
    SqlProbeLog log = new SqlProbeLog(room.store, List.of(ARCHIVE));
    assertThat(log.due(clock.instant())).containsExactly(ARCHIVE);

    log.keep(new ProbeReport(ARCHIVE, List.of()), clock.instant());
    assertThat(log.due(clock.instant().plus(Duration.ofHours(23)))).isEmpty();
    assertThat(log.due(clock.instant().plus(Duration.ofHours(25)))).hasSize(1);
    Destination changed = storage(List.of());
    assertThat(new SqlProbeLog(room.store, List.of(changed)).due(clock.instant())).hasSize(1);

    log.keep(new ProbeReport(ARCHIVE, List.of("is full", "is slow")), clock.instant());
    assertThat(log.due(clock.instant())).hasSize(1);
  }
}
