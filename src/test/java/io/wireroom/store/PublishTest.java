package io.wireroom.store;

import static io.wireroom.store.Room.DELIVERED;
import static io.wireroom.store.Room.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.article.PendingItem;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Publication;
import io.wireroom.time.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brief, its story and its deliveries are stored together with "item done", or not at all. */
class PublishTest {

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(folder, clock);
    room.outbox.configure(List.of(webhook("crm"), webhook("other")));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static String text(int words, String own) {
    return IntStream.range(0, words).mapToObj(i -> own + i).collect(Collectors.joining(" "));
  }

  @Test
  void a_brief_is_stored_with_what_is_owed_of_it_and_its_item_is_done() {
    PendingItem item = room.items("a").get(0);

    room.outbox.publish(room.publication(item, "Of a.", "crm", "other"));

    assertThat(room.texts("SELECT state || claimed FROM item")).containsExactly("done0");
    assertThat(room.count("SELECT COUNT(*) FROM brief")).isEqualTo(1);
    assertThat(room.texts("SELECT destination_id FROM delivery ORDER BY 1"))
        .containsExactly("crm", "other");
    assertThat(room.items.inHand()).isZero();
  }

  @Test
  void what_fails_in_the_middle_leaves_nothing() {
    PendingItem item = room.items("a").get(0);
    Publication good = room.publication(item, "Of a.", "crm", "other");
    Delivery first = good.deliveries().get(0);
    @SuppressWarnings("NullAway") // the table refuses it, which is what is wanted
    Delivery broken = new Delivery("x", "other", null, first.briefId(), 0, first.createdAt());
    Publication bad =
        new Publication(good.article(), good.brief(), good.fingerprint(), List.of(first, broken));

    assertThatThrownBy(() -> room.outbox.publish(bad)).isInstanceOf(RuntimeException.class);

    assertThat(room.count("SELECT COUNT(*) FROM brief")).isZero();
    assertThat(room.count("SELECT COUNT(*) FROM delivery")).isZero();
    assertThat(room.texts("SELECT state FROM item")).containsExactly("new");
    room.outbox.publish(good);
    assertThat(room.count("SELECT COUNT(*) FROM delivery")).isEqualTo(2);
  }

  @Test
  void an_item_is_published_only_once() {
    PendingItem item = room.items("a").get(0);
    Publication publication = room.publication(item, "Of a.", "crm");

    room.outbox.publish(publication);
    room.settle(room.outbox.claim(), DELIVERED);
    room.outbox.publish(publication);

    assertThat(room.outbox.claim()).isEmpty();
    assertThat(room.items.inHand()).isZero();
  }

  @Test
  void the_same_text_at_another_address_is_stored_and_sent_to_nobody() {
    List<PendingItem> items = room.items("a", "b");
    String text = text(10, "w");

    items.forEach(item -> room.outbox.publish(room.publication(item, text, "crm")));

    assertThat(room.count("SELECT COUNT(*) FROM delivery")).isEqualTo(1);
    assertThat(room.texts("SELECT outcome FROM item ORDER BY id"))
        .containsExactly("", "the same text as brief brief-a");
    assertThat(room.texts("SELECT DISTINCT story_id FROM brief")).containsExactly("brief-a");
  }

  @Test
  void a_near_copy_is_told_once_and_another_story_twice() {
    List<PendingItem> items = room.items("a", "b", "c");
    String text = text(300, "w");

    room.outbox.publish(room.publication(items.get(0), text, "crm"));
    room.outbox.publish(room.publication(items.get(1), "By our desk. " + text, "crm"));
    room.outbox.publish(room.publication(items.get(2), text(300, "z"), "crm"));

    assertThat(room.texts("SELECT outcome FROM item ORDER BY id"))
        .containsExactly("", "nearly the same text as brief brief-a", "");
    assertThat(room.count("SELECT COUNT(*) FROM delivery")).isEqualTo(2);
  }
}
