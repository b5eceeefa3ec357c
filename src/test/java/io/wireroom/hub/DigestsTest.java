package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Audit;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round-ups through the shipped routes: one message of what came, at its time, once. */
class DigestsTest {

  private static final String DAILY =
      "subscriptions: [{id: daily, to: newsroom, digest: {at: \"0 8 * * *\", zone: Europe/Berlin,"
          + " max: 2}}, {id: crm-daily, to: crm, digest: {at: \"0 8 * * *\", zone:"
          + " Europe/Berlin}}]";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    clock.set(Instant.parse("2026-03-28T12:00:00Z"));
    desk = new Desk(folder, clock);
    News.publish(desk.site, "/one", "alpha", "beta", "gamma");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Tally run(String... feeds) throws Exception {
    return desk.run(List.of(feeds), DAILY);
  }

  @Test
  void briefs_wait_for_their_time_and_go_out_as_one_message() throws Exception {
    assertThat(run("/one").troubled()).isFalse();
    assertThat(desk.posts()).isEmpty();

    // Clocks in Berlin go forward in that night: 8 o'clock is 6 UTC.
    clock.set(Instant.parse("2026-03-29T05:59:00Z"));
    run("/one");
    assertThat(desk.posts()).isEmpty();
    assertThat(explained())
        .anyMatch(says -> says.contains("waits for the round-up of 2026-03-29T06:00:00Z"));
    clock.set(Instant.parse("2026-03-29T06:00:01Z"));
    run("/one");

    assertThat(explained())
        .anyMatch(says -> says.contains("in a round-up, delivered 2026-03-29T06:00:"));
    assertThat(desk.posts()).hasSize(1);
    String post = desk.posts().get(0).toString();
    assertThat(post)
        .contains("Round-up of Sunday, 29 March 2026", "3 articles since 28 March, 13:00")
        .contains(News.title("alpha"), News.title("beta"), News.title("gamma"), "Also new");
    List<JsonNode> events = desk.bodies("/crm");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).path("type").asText()).isEqualTo("digest.published");
    JsonNode data = events.get(0).path("data");
    assertThat(data.path("briefs")).hasSize(3);
    assertThat(data.path("briefs").get(0).has("takeaways")).isTrue();
    assertThat(data.path("left").asInt()).isZero();
  }

  @Test
  void days_without_a_run_are_made_up_for_by_one_round_up_with_what_that_run_reads()
      throws Exception {
    run("/one");
    News.publish(desk.site, "/two", "delta");
    clock.set(Instant.parse("2026-04-02T12:00:00Z"));
    run("/one", "/two");
    run("/one", "/two");

    assertThat(desk.posts()).hasSize(1);
    assertThat(desk.bodies("/crm")).hasSize(1);
    assertThat(desk.bodies("/crm").get(0).path("data").path("briefs")).hasSize(4);
  }

  @Test
  void runs_that_always_end_before_all_is_read_send_what_is_due_all_the_same() throws Exception {
    run("/one");
    News.publish(desk.site, "/two", "slow");
    CountDownLatch told = new CountDownLatch(1);
    desk.receivers.on(
        "/crm",
        request -> {
          told.countDown();
          return WebServer.Answer.status(204);
        });
    desk.site.on(
        "/a/slow",
        request -> {
          clock.forward(Duration.ofMinutes(6));
          boolean arrived = await(told);
          clock.forward(Duration.ofMinutes(6));
          return WebServer.Answer.status(arrived ? 503 : 404);
        });
    clock.set(Instant.parse("2026-03-29T06:00:01Z"));
    desk.run(List.of("/one", "/two"), DAILY, clock, Duration.ofMinutes(10));

    assertThat(told.getCount()).isZero();
    assertThat(desk.bodies("/crm").get(0).path("data").path("briefs")).hasSize(3);
    assertThat(audit().count(Audit.Kind.LOST)).isZero();
  }

  /** Shorter than the hub waits for a page. */
  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(4, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void nothing_new_sends_nothing() throws Exception {
    run("/one");
    clock.set(Instant.parse("2026-03-29T06:00:01Z"));
    run("/one");
    clock.set(Instant.parse("2026-03-30T06:00:01Z"));
    run("/one");

    assertThat(desk.posts()).hasSize(1);
  }

  @Test
  void a_round_up_that_fails_is_tried_again_like_any_delivery() throws Exception {
    desk.receivers.on("/crm", WebServer.Answer.status(500));
    run("/one");
    clock.set(Instant.parse("2026-03-29T06:00:01Z"));
    assertThat(run("/one").troubled()).isTrue();
    assertThat(audit().count(Audit.Kind.PENDING)).isEqualTo(3);

    desk.receivers.on("/crm", WebServer.Answer.status(204));
    clock.forward(Duration.ofMinutes(10));
    run("/one");

    assertThat(desk.receivers.requests("/crm")).hasSizeGreaterThan(1);
    assertThat(desk.receivers.requests("/crm"))
        .extracting(request -> request.headers().get("webhook-id"))
        .containsOnly(desk.receivers.requests("/crm").get(0).headers().get("webhook-id"));
    assertThat(audit()).isEqualTo(new Audit(3, 6, 6, List.of()));
  }

  @Test
  void a_story_that_two_sources_tell_is_in_the_round_up_once_and_comes_first() throws Exception {
    run("/one");
    News.publish(desk.site, "/two", "omega");
    desk.site.on("/a/omega", WebServer.Answer.ok("text/html; charset=utf-8", News.page("gamma")));
    // One after the other: who comes first gives the story its headline.
    run("/one");
    run("/one", "/two");
    clock.set(Instant.parse("2026-03-29T06:00:01Z"));
    run("/one", "/two");

    JsonNode briefs = desk.bodies("/crm").get(0).path("data").path("briefs");
    assertThat(briefs).hasSize(3);
    assertThat(briefs.get(0).path("headline").asText()).isEqualTo(News.title("gamma"));
  }

  @Test
  void what_waits_for_a_round_up_that_is_taken_out_of_the_config_goes_out_as_its_last()
      throws Exception {
    run("/one");
    Tally tally = desk.run(List.of("/one"), "subscriptions: [{id: daily, to: newsroom}]");

    assertThat(tally.troubled()).isFalse();
    assertThat(desk.posts()).hasSize(1);
    assertThat(desk.posts().get(0).toString()).contains("3 articles");
  }

  @Test
  void every_kind_of_destination_takes_a_round_up() throws Exception {
    WebServer chats = desk.receivers;
    chats.on("/discord", WebServer.Answer.ok("application/json", "{\"id\":\"1\"}"));
    chats.on("/mattermost", WebServer.Answer.ok("text/plain", "ok"));
    chats.on("/teams", WebServer.Answer.status(202));
    chats.on("/bot1:t/sendMessage", WebServer.Answer.ok("application/json", "{\"ok\":true}"));
    String at = ", digest: {at: \"0 8 * * *\"}}";
    String more =
        "  - {id: a, kind: discord, webhook: \""
            + chats.at("/discord")
            + "\"}\n  - {id: b, kind: mattermost, webhook: \""
            + chats.at("/mattermost")
            + "\"}\n  - {id: c, kind: teams, webhook: \""
            + chats.at("/teams")
            + "\"}\n  - {id: d, kind: telegram, token: \"1:t\", chat: \"@n\", api: \""
            + chats.at("/")
            + "\"}\n  - {id: e, kind: storage, url: \"file:"
            + folder.resolve("out")
            + "\", formats: [json, md, html, txt]}\n"
            + "subscriptions: [{to: a"
            + at
            + ", {to: b"
            + at
            + ", {to: c"
            + at
            + ", {to: d"
            + at
            + ", {to: e"
            + at
            + "]";
    desk.run(List.of("/one"), more);
    clock.set(Instant.parse("2026-03-29T08:00:01Z"));
    Tally tally = desk.run(List.of("/one"), more);

    assertThat(tally.troubled()).isFalse();
    for (String path :
        List.of("/discord?wait=true", "/mattermost", "/teams", "/bot1:t/sendMessage")) {
      assertThat(chats.requests(path))
          .singleElement()
          .satisfies(
              request -> assertThat(request.text()).contains(News.title("alpha"), "3 articles"));
    }
    assertThat(audit().findings()).isEmpty();
    try (Stream<Path> files = Files.walk(folder.resolve("out")).filter(Files::isRegularFile)) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(file -> assertThat(file).content().contains(News.title("beta")));
    }
  }

  private List<String> explained() {
    return Explanation.of(
            ConfigFile.read(folder.resolve("wireroom.yaml"), name -> null),
            desk.site.at("/a/alpha").toString())
        .steps()
        .stream()
        .map(Explanation.Step::says)
        .toList();
  }

  private Audit audit() {
    return AuditRun.of(
        ConfigFile.read(folder.resolve("wireroom.yaml"), name -> null), Path.of("."), true, clock);
  }
}
