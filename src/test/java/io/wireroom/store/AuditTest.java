package io.wireroom.store;

import static io.wireroom.store.Room.DELIVERED;
import static io.wireroom.store.Room.REJECTED;
import static io.wireroom.store.Room.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.NewsDesk;
import io.wireroom.deliver.Publication;
import io.wireroom.store.SqlDeliveryLog.Wanted;
import io.wireroom.subscribe.Filter;
import io.wireroom.subscribe.Subscription;
import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit finds in a state. */
class AuditTest {

  private static final List<Subscription> WISHES =
      List.of(Subscription.of("s1", "crm", Filter.ALL, null));

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private Room room;
  private NewsDesk desk;

  @BeforeEach
  void open() {
    room = new Room(folder, clock);
    configure();
    desk = new NewsDesk(() -> WISHES, clock);
  }

  private void configure() {
    room.outbox.configure(List.of(webhook("crm")));
    room.outbox.subscribe(WISHES);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void publish(String name) {
    room.items(name)
        .forEach(
            item -> {
              Publication made = room.publication(item, "Of " + name + ".");
              room.outbox.publish(desk.publication(made.article(), made.brief()));
            });
  }

  private Audit audit() {
    return Audit.of(room.store, desk, Instant.EPOCH, (brief, delivery) -> Optional.empty());
  }

  private List<Audit.Kind> kinds() {
    return audit().findings().stream().map(Audit.Finding::kind).toList();
  }

  @Test
  void what_arrived_once_is_plain() {
    publish("a");
    room.settle(room.outbox.claim(), DELIVERED);

    assertThat(audit()).isEqualTo(new Audit(1, 1, 1, List.of()));
  }

  @Test
  void what_waits_and_what_is_dead_is_named() {
    publish("a");
    room.settle(room.outbox.claim(), REJECTED);
    publish("b");

    assertThat(kinds()).containsExactly(Audit.Kind.DEAD, Audit.Kind.PENDING);
    assertThat(audit().troubled()).isTrue();
  }

  @Test
  void a_row_that_vanished_is_lost() {
    publish("a");
    room.store.database().write(handle -> handle.execute("DELETE FROM delivery"));

    assertThat(kinds()).containsExactly(Audit.Kind.LOST);
  }

  @Test
  void a_file_that_vanished_is_lost() {
    publish("a");
    room.settle(room.outbox.claim(), DELIVERED);

    Audit audit =
        Audit.of(
            room.store,
            desk,
            Instant.EPOCH,
            (brief, delivery) -> Optional.of(new Audit.Missing(Audit.Kind.LOST, "gone")));

    assertThat(audit.count(Audit.Kind.LOST)).isEqualTo(1);
  }

  @Test
  void what_was_in_hand_when_the_process_died_may_have_come_twice() {
    publish("a");
    room.outbox.claim();
    room.close();
    room = new Room(folder, clock);
    configure();
    room.settle(room.outbox.claim(), DELIVERED);

    assertThat(kinds()).containsExactly(Audit.Kind.AMBIGUOUS);
    assertThat(audit().troubled()).isFalse();
  }

  @Test
  void what_a_person_sent_again_is_not_doubled() {
    publish("a");
    room.settle(room.outbox.claim(), DELIVERED);
    new SqlDeliveryLog(room.store)
        .replay(new Wanted(List.of(), false, null, "crm"), clock.instant());
    room.settle(room.outbox.claim(), DELIVERED);

    assertThat(room.count("SELECT COUNT(*) FROM attempt WHERE verdict = 'DELIVERED'")).isEqualTo(2);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_subscription_that_came_later_is_owed_nothing_of_before() {
    publish("a");
    room.settle(room.outbox.claim(), DELIVERED);
    clock.forward(Duration.ofHours(1));
    List<Subscription> more =
        List.of(WISHES.get(0), Subscription.of("s2", "crm", Filter.ALL, null));
    room.outbox.subscribe(more);
    desk = new NewsDesk(() -> more, clock);

    assertThat(audit()).isEqualTo(new Audit(1, 1, 1, List.of()));
  }

  @Test
  void attempts_and_arrived_deliveries_go_with_age_and_what_is_dead_stays() {
    publish("a");
    room.settle(room.outbox.claim(), DELIVERED);
    publish("b");
    room.settle(room.outbox.claim(), REJECTED);

    Instant later = clock.instant().plus(Duration.ofDays(15));
    int removed = new SqlDeliveryLog(room.store).prune(later, later);

    assertThat(removed).isEqualTo(3);
    assertThat(room.texts("SELECT state FROM delivery")).containsExactly("dead");
  }
}
