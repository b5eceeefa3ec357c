package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemIdentityTest {
  @Test
  void survives_an_edit_of_title_text_and_date() {
    Feed.Entry before =
        entry("tag:example.org,2024:1", "http://example.org/1", "Old", "2024-01-01T00:00:00Z");
    Feed.Entry after =
        entry("tag:example.org,2024:1", "http://example.org/one", "New", "2024-01-02T00:00:00Z");
    assertThat(of(after)).isEqualTo(of(before));
  }

  @Test
  void falls_back_to_the_link_and_then_to_the_title() {
    assertThat(of(entry(null, "http://example.org/1", "A", null)))
        .isEqualTo("https://example.org/1");
    assertThat(of(entry(null, null, " A Title ", null))).isEqualTo("a title");
  }

  @Test
  void is_the_same_after_a_move_to_https_and_with_tracking_parameters() {
    assertThat(of(entry("https://example.org/1?id=2", null, null, null)))
        .isEqualTo(
            of(
                entry(
                    "http://example.org/1?utm_source=rss&id=2&utm_medium=feed", null, null, null)));
  }

  @Test
  void tells_entries_apart_that_share_a_guid() {
    List<String> identities =
        ItemIdentity.of(
            List.of(
                entry("news", "http://example.org/3", "C", null),
                entry("news", "http://example.org/2", "B", null),
                entry("news", "http://example.org/1", "A", null)));
    assertThat(identities).doesNotHaveDuplicates().last().isEqualTo("news");
  }

  @Test
  void keeps_the_old_entrys_identity_when_the_publisher_starts_to_repeat_guids() {
    Feed.Entry old = entry("news", "http://example.org/1", "A", null);
    Feed.Entry added = entry("news", "http://example.org/2", "B", null);
    assertThat(ItemIdentity.of(List.of(added, old)).get(1)).isEqualTo(of(old));
  }

  @Test
  void gives_an_entry_that_is_listed_twice_one_identity() {
    Feed.Entry entry = entry("1", "http://example.org/1", "A", null);
    Feed.Entry again = entry("1", "http://example.org/1", "A, edited", null);
    assertThat(ItemIdentity.of(List.of(again, entry))).containsExactly("1", "1");
  }

  @Test
  void is_never_empty_nor_long() {
    assertThat(of(entry(null, null, null, null))).isNotBlank();
    assertThat(of(entry("x".repeat(5_000), null, null, null))).hasSizeLessThanOrEqualTo(200);
  }

  private static String of(Feed.Entry entry) {
    return ItemIdentity.of(List.of(entry)).get(0);
  }

  private static Feed.Entry entry(
      @Nullable String id,
      @Nullable String link,
      @Nullable String title,
      @Nullable String published) {
    return new Feed.Entry(
        id,
        link,
        title,
        published == null ? null : Instant.parse(published),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
