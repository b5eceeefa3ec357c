package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.SqlWaiting;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would send, by the shipped routes, and that nothing is sent. */
class PlanTest {

  private static final String ALL = "subscriptions: [{to: newsroom}, {to: crm}]";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    clock.set(Instant.parse("2026-03-28T12:00:00Z"));
    desk = new Desk(folder, clock);
    News.publish(desk.site, "/one", "alpha", "beta");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void a_plan_names_what_the_next_run_sends_and_sends_and_stores_nothing() throws Exception {
    Plan plan = plan(List.of("/one"), ALL);

    assertThat(plan.troubled()).isFalse();
    assertThat(owed(plan))
        .containsExactlyInAnyOrder(
            "newsroom " + News.title("alpha"),
            "newsroom " + News.title("beta"),
            "crm " + News.title("alpha"),
            "crm " + News.title("beta"));
    assertThat(desk.receivers.paths()).isEmpty();
    assertThat(folder.resolve("state.db")).doesNotExist();

    desk.run(List.of("/one"), ALL);
    assertThat(desk.posts()).hasSize(2);
    assertThat(desk.bodies("/crm")).hasSize(2);
    assertThat(plan(List.of("/one"), ALL).owed()).isEmpty();
  }

  @Test
  void a_plan_tells_what_waits_already_and_leaves_it_waiting() throws Exception {
    desk.receivers.on("/crm", WebServer.Answer.status(503));
    desk.run(List.of("/one"), ALL);
    desk.receivers.forget();
    byte[] before = Files.readAllBytes(folder.resolve("state.db"));
    clock.forward(Duration.ofHours(2));
    News.publish(desk.site, "/one", "gamma", "alpha", "beta");

    Plan plan = plan(List.of("/one"), ALL);

    assertThat(owed(plan))
        .containsExactlyInAnyOrder(
            "crm " + News.title("alpha"),
            "crm " + News.title("beta"),
            "crm " + News.title("gamma"),
            "newsroom " + News.title("gamma"));
    assertThat(plan.owed())
        .filteredOn(each -> each.since().isBefore(plan.at()))
        .extracting(SqlWaiting.Owed::destinationId)
        .containsExactly("crm", "crm");
    assertThat(desk.receivers.paths()).isEmpty();
    assertThat(Files.readAllBytes(folder.resolve("state.db"))).isEqualTo(before);
  }

  @Test
  void a_plan_says_why_an_article_goes_nowhere_and_which_source_failed() throws Exception {
    desk.site.on("/two", WebServer.Answer.status(500));

    Plan plan =
        plan(
            List.of("/one", "/two"),
            "subscriptions: [{to: crm, when: {any: [\"" + News.title("alpha") + "\"]}}]");

    assertThat(owed(plan)).containsExactly("crm " + News.title("alpha"));
    assertThat(plan.tally().items())
        .singleElement()
        .satisfies(item -> assertThat(item.outcome()).isEqualTo("no subscription wants it"));
    assertThat(plan.tally().sources())
        .filteredOn(source -> !source.note().isEmpty())
        .extracting(Tally.SourceRow::id)
        .containsExactly("two");
    assertThat(plan.troubled()).isTrue();
  }

  @Test
  void a_plan_counts_what_waits_for_a_round_up() throws Exception {
    Plan plan =
        plan(List.of("/one"), "subscriptions: [{id: daily, to: crm, digest: {at: \"0 8 * * *\"}}]");

    assertThat(plan.owed()).isEmpty();
    assertThat(plan.gathering())
        .containsExactly(
            new SqlWaiting.Gathering("crm", "daily", 2, Instant.parse("2026-03-29T08:00:00Z")));
  }

  @Test
  void a_plan_asks_no_model() throws Exception {
    Plan plan =
        plan(
            List.of("/one"),
            ALL
                + "\nbriefs: {engine: model, model: {provider: ollama, name: any, base-url: \""
                + desk.receivers.at("/model")
                + "\"}}");

    assertThat(plan.owed()).hasSize(4);
    assertThat(desk.receivers.paths()).isEmpty();
  }

  private static List<String> owed(Plan plan) {
    return plan.owed().stream().map(each -> each.destinationId() + " " + each.headline()).toList();
  }

  private Plan plan(List<String> feeds, String more) throws Exception {
    Path file = desk.config(feeds, more);
    return Plan.of(ConfigFile.read(file, name -> null), Path.of("."), clock, null);
  }
}
