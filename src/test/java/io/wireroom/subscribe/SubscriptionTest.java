package io.wireroom.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.time.Cron;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

  private static final List<String> NONE = List.of();

  @Test
  void an_id_is_made_from_the_content_and_stays_the_same() {
    assertThat(Subscription.of(null, "newsroom", tags("tech", "science"), null).id())
        .isEqualTo("newsroom-72e976046f07");
  }

  @Test
  void an_id_from_the_config_is_kept() {
    assertThat(Subscription.of("mine", "newsroom", Filter.ALL, null).id()).isEqualTo("mine");
  }

  @Test
  void order_and_case_of_the_words_do_not_change_the_id() {
    assertThat(Subscription.of(null, "newsroom", tags("Science", "tech"), null).id())
        .isEqualTo(Subscription.of(null, "newsroom", tags("tech", "science"), null).id());
  }

  @Test
  void every_part_of_the_content_changes_the_id() {
    Digest digest = new Digest(Cron.parse("0 8 * * *"), ZoneId.of("UTC"), 10);
    List<String> ids =
        List.of(
            Subscription.of(null, "a", Filter.ALL, null).id(),
            Subscription.of(null, "b", Filter.ALL, null).id(),
            Subscription.of(null, "a", tags("x"), null).id(),
            Subscription.of(null, "a", new Filter(NONE, List.of("x"), NONE, NONE, NONE, NONE), null)
                .id(),
            Subscription.of(null, "a", new Filter(NONE, NONE, List.of("x"), NONE, NONE, NONE), null)
                .id(),
            Subscription.of(null, "a", new Filter(NONE, NONE, NONE, List.of("x"), NONE, NONE), null)
                .id(),
            Subscription.of(null, "a", new Filter(NONE, NONE, NONE, NONE, List.of("x"), NONE), null)
                .id(),
            Subscription.of(null, "a", new Filter(NONE, NONE, NONE, NONE, NONE, List.of("x")), null)
                .id(),
            Subscription.of(null, "a", Filter.ALL, digest).id());
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void the_next_digest_comes_in_its_own_time_zone() {
    Digest digest = new Digest(Cron.parse("0 8 * * 1-5"), ZoneId.of("Europe/Berlin"), 10);
    assertThat(digest.next(Instant.parse("2026-03-27T07:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-30T06:00:00Z"));
  }

  private static Filter tags(String... tags) {
    return new Filter(List.of(tags), NONE, NONE, NONE, NONE, NONE);
  }
}
