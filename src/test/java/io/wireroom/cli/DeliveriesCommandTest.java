package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.store.DeliveryRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command beside a hub that has the state open. */
class DeliveriesCommandTest {

  @TempDir private Path folder;
  private Path config;
  private DeliveryRows hub;

  @BeforeEach
  void start() throws IOException {
    String url = "sqlite:" + folder.resolve("state.db");
    config =
        Files.writeString(
            folder.resolve("wireroom.yaml"),
            "sources: [{id: news, url: \"https://news.example/feed\"}]\n"
                + "destinations: [{id: crm, kind: webhook, url: \"https://receiver.example/\"}]\n"
                + "subscriptions: [{to: crm}]\nstate: {url: \""
                + url
                + "\"}\n");
    hub = new DeliveryRows(url);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private record Ended(int code, String out, String err) {}

  private Ended run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--config";
    all[args.length + 1] = config.toString();
    int code =
        new CommandLine(new DeliveriesCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all);
    return new Ended(code, out.toString(), err.toString());
  }

  @Test
  void shows_every_attempt_with_what_the_receiver_answered() {
    String id = hub.dead("crm");

    Ended ended = run("show", id.substring(0, 10));

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains(id)
        .contains("State         dead")
        .contains("REJECTED        422")
        .contains("    | no such field");
  }

  @Test
  void lists_the_dead_only_when_asked() {
    String dead = hub.dead("crm");
    String waiting = hub.waiting("crm");

    assertThat(run("list").out()).contains(dead.substring(0, 12), waiting.substring(0, 12));
    assertThat(run("list", "--dead").out())
        .contains(dead.substring(0, 12))
        .doesNotContain(waiting.substring(0, 12));
    assertThat(run("list", "--destination", "other").out()).contains("No deliveries.");
  }

  @Test
  void the_running_hub_sends_what_is_replayed_under_the_same_id_and_switches_its_lane_on() {
    String dead = hub.dead("crm");
    hub.switchOff("crm");
    assertThat(hub.claim()).isEmpty();

    Ended ended = run("replay", "--dead");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("1 to be sent again.");
    assertThat(hub.claim()).containsExactly(dead);
    assertThat(run("show", dead).out()).contains("REPLAYED").contains("State         in hand");
  }

  @Test
  void only_what_was_settled_since_a_time_is_sent_again() {
    String dead = hub.dead("crm");

    assertThat(run("replay", "--since", "1970-01-01T00:00:00.003Z").out())
        .doesNotContain("1 to be sent again");
    assertThat(hub.claim()).isEmpty();
    assertThat(run("replay", "--since", "1970-01-01T00:00:00.002Z", "--destination", "other").out())
        .doesNotContain("1 to be sent again");
    assertThat(run("replay", "--since", "1970-01-01T00:00:00.002Z").out())
        .contains("1 to be sent again.");
    assertThat(hub.claim()).containsExactly(dead);
  }

  @Test
  void a_replay_names_what_it_means() {
    assertThat(run("replay").err()).contains("name deliveries by their ids, or say --dead");
    assertThat(run("replay", "b").err()).contains("give at least 8 digits");
    assertThat(run("show", "nothing").err()).contains("there is no delivery nothing");
  }
}
