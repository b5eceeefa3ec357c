package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A story is one message; what is new about it goes below that message, through the shipped routes.
 */
class UpdatesTest {

  private static final String ALL = "subscriptions: [{to: newsroom}, {to: lobby}, {to: crm}]";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(folder, clock);
    News.publish(desk.site, "/one", "alpha");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /** A feed of another source with the article of the first, and so many paragraphs more. */
  private void retell(String feed, String id, int paragraphs) {
    News.publish(desk.site, feed, id);
    String[] more = News.page(id).split("<p>");
    StringBuilder page = new StringBuilder();
    for (int i = 1; i <= paragraphs; i++) {
      page.append("<p>").append(more[i].split("</article>")[0]);
    }
    desk.site.on(
        "/a/" + id,
        WebServer.Answer.ok(
            "text/html; charset=utf-8",
            News.page("alpha").replace("</article>", page + "</article>")));
  }

  @Test
  void news_about_a_story_goes_into_its_thread_and_to_programs_and_not_to_other_channels()
      throws Exception {
    desk.run(List.of("/one"), ALL);
    retell("/two", "beta", 3);
    desk.run(List.of("/one", "/two"), ALL);

    assertThat(desk.posts()).hasSize(2);
    JsonNode update = desk.posts().get(1);
    assertThat(update.path("thread_ts").asText()).isEqualTo("1.1");
    assertThat(update.path("text").asText()).startsWith("Update: ");
    assertThat(desk.receivers.requests("/hook")).hasSize(1);
    List<JsonNode> events = desk.bodies("/crm");
    assertThat(events)
        .extracting(event -> event.path("type").asText())
        .containsExactly("brief.published", "brief.updated");
    assertThat(events.get(1).path("data").path("storyId"))
        .isEqualTo(events.get(0).path("data").path("storyId"));
  }

  @Test
  void a_copy_with_a_line_of_its_own_is_no_news() throws Exception {
    desk.run(List.of("/one"), ALL);
    retell("/two", "beta", 1);
    desk.run(List.of("/one", "/two"), ALL);

    assertThat(desk.posts()).hasSize(1);
    assertThat(desk.receivers.requests("/crm")).hasSize(1);
  }

  @Test
  void an_update_waits_for_the_first_message_and_answers_it() throws Exception {
    desk.receivers.on("/api/chat.postMessage", WebServer.Answer.status(500));
    desk.run(List.of("/one"), ALL);
    retell("/two", "beta", 3);
    desk.run(List.of("/one", "/two"), ALL);
    assertThat(desk.posts()).noneMatch(post -> post.path("text").asText().startsWith("Update"));

    desk.slackWorks();
    desk.receivers.forget();
    clock.forward(Duration.ofHours(1));
    desk.run(List.of("/one", "/two"), ALL);

    assertThat(desk.posts()).hasSize(2);
    assertThat(desk.posts().get(0).has("thread_ts")).isFalse();
    assertThat(desk.posts().get(1).path("thread_ts").asText()).isEqualTo("1.1");
  }

  @Test
  void a_story_gets_three_updates_a_day_at_most() throws Exception {
    desk.run(List.of("/one"), ALL);
    for (String id : List.of("b", "c", "d", "e", "f")) {
      retell("/two" + id, "next" + id, 3);
      desk.run(List.of("/one", "/two" + id), ALL);
    }
    assertThat(desk.posts()).hasSize(1 + 3);

    clock.forward(Duration.ofHours(25));
    retell("/twog", "nextg", 3);
    desk.run(List.of("/one", "/twog"), ALL);
    assertThat(desk.posts()).hasSize(1 + 3 + 1);
  }

  @Test
  void updates_go_everywhere_or_nowhere_when_the_config_says_so() throws Exception {
    desk.run(List.of("/one"), ALL);
    retell("/two", "beta", 3);
    desk.run(List.of("/one", "/two"), ALL + "\nstories: {updates: send}");
    assertThat(desk.posts()).hasSize(2);
    assertThat(desk.receivers.requests("/hook")).hasSize(2);

    retell("/three", "gamma", 3);
    desk.run(List.of("/one", "/three"), ALL + "\nstories: {updates: drop}");
    assertThat(desk.posts()).hasSize(2);
    assertThat(desk.receivers.requests("/hook")).hasSize(2);
  }

  @Test
  void who_was_not_told_a_story_gets_it_from_the_source_that_he_asked_for() throws Exception {
    String each =
        "subscriptions: [{to: newsroom, when: {sources: [one]}}, {to: lobby, when: {sources:"
            + " [two]}}]";
    desk.run(List.of("/one"), each.replace(", when: {sources: [two]}", ", when: {any: [nothing]}"));
    retell("/two", "beta", 0);
    desk.run(List.of("/one", "/two"), each);
    desk.run(List.of("/one", "/two"), each);

    assertThat(desk.posts()).hasSize(1);
    assertThat(desk.receivers.requests("/hook")).hasSize(1);
  }
}
