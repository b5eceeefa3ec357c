package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.cli.AuditCommand;
import io.wireroom.cli.SubscriptionsCommand;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code wireroom subscriptions} beside a running hub. */
class SubscriptionsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private RunningHub hub;
  private WebFetch web;

  @BeforeEach
  void start() throws IOException {
    hub =
        new RunningHub(
            folder,
            clock,
            "token: horse",
            "subscriptions: [{id: chips, when: {any: [\"chip*\"], language: en}}]");
    web = new WebFetch(Path.of("."), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    web.close();
    hub.close();
  }

  private record Ended(int code, String out, String err) {}

  private Ended run(String... args) {
    return run(hub.config, args);
  }

  private Ended run(Path config, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--config");
    all.add(config.toString());
    int code =
        new CommandLine(new SubscriptionsCommand(this::call))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(new String[0]));
    return new Ended(code, out.toString(), err.toString());
  }

  private HttpReply call(HttpCall call) {
    return web.call(call);
  }

  private String add(String... words) throws IOException {
    List<String> args = new ArrayList<>(List.of("add", hub.receiver.at("/hook").toString()));
    args.addAll(List.of(words));
    args.add("--json");
    Ended ended = run(args.toArray(new String[0]));
    assertThat(ended.code()).as(ended.err()).isZero();
    return JSON.readTree(ended.out()).path("id").asText();
  }

  @Test
  void one_is_made_shown_paused_resumed_and_removed() throws Exception {
    Ended made =
        run("add", hub.receiver.at("/hook").toString(), "--any", "council,model*", "--tags=tech");
    assertThat(made.code()).isZero();
    assertThat(made.out())
        .contains("Status        active", "Secret        whsec_")
        .contains("Filter        tags=tech any=council,model*");
    String id = made.out().replaceAll("(?s)Subscription  (\\S+).*", "$1");

    assertThat(run("show", id).out()).contains(id).doesNotContain("whsec_");
    assertThat(run("pause", id).out()).contains("Status        paused");
    assertThat(run("resume", id).out()).contains("Status        active");
    assertThat(run("ping", id).code()).isZero();
    assertThat(run("remove", id).out()).contains("Removed " + id);
    Ended gone = run("show", id);
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).contains("there is no subscription " + id);
  }

  @Test
  void those_of_the_config_are_listed_beside_those_of_the_api_and_changed_in_the_config_only()
      throws Exception {
    String id = add();

    assertThat(run("list").out().lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).matches("chips +config +- +\\(only a feed\\) .*chip\\*.*"),
            line -> assertThat(line).matches(id + " +api +active .*/hook.*"));
    JsonNode listed = JSON.readTree(run("list", "--json").out());
    assertThat(listed.findValuesAsText("origin")).containsExactly("config", "api");
    assertThat(run("show", "chips").out()).contains("From          the config");
    Ended refused = run("pause", "chips");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("chips comes from the config: change it in " + hub.config);
  }

  @Test
  void a_callback_that_does_not_prove_itself_shows_in_the_exit_code() {
    hub.receiver.on("/deaf", WebServer.Answer.status(204));

    Ended ended = run("add", hub.receiver.at("/deaf").toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).contains("Status        pending", "does not say data.challenge back");
  }

  @Test
  void what_was_sent_is_listed_with_its_attempts_and_sent_again() throws Exception {
    await().atMost(LONGEST).until(() -> hub.done("alpha"));
    String id = add();
    assertThat(run("deliveries", id).out()).contains("Nothing was sent to it yet.");
    News.publish(hub.site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> run("deliveries", id).out().contains("delivered   200"));
    String delivery = JSON.readTree(run("deliveries", id, "--json").out()).at("/0/id").asText();

    assertThat(run("replay", id, delivery).out()).contains(delivery + " is sent again.");
    await().atMost(LONGEST).until(() -> sent() == 2);
    assertThat(run("replay", id, "nothing").err()).contains("it has no delivery nothing");
  }

  private long sent() {
    return hub.receiver.requests("/hook").stream()
        .filter(request -> request.text().contains("brief.published"))
        .count();
  }

  @Test
  void the_audit_looks_after_subscriptions_made_by_the_api() throws Exception {
    await().atMost(LONGEST).until(() -> hub.done("alpha"));
    hub.receiver.on("/down", request -> WebServer.Answer.ok("application/json", request.text()));
    String id = add();
    assertThat(run("add", hub.receiver.at("/down").toString()).code()).isZero();
    hub.receiver.on("/down", WebServer.Answer.status(422));

    News.publish(hub.site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> sent() == 1);
    await().atMost(LONGEST).until(() -> audit().contains("2 deliveries owed: 1 arrived"));

    assertThat(audit())
        .contains("2 briefs")
        .containsPattern("(dead|pending) .*sub_")
        .doesNotContain(id);
  }

  private String audit() {
    StringWriter out = new StringWriter();
    new CommandLine(new AuditCommand())
        .setOut(new PrintWriter(out))
        .execute("--config", hub.config.toString());
    return out.toString();
  }

  @Test
  void a_wrong_token_a_hub_that_is_not_there_and_a_mistake_are_told_apart() throws Exception {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, Files.readString(hub.config).replace("horse", "donkey"));
    assertThat(run(other, "list").err()).contains("does not take this token");
    Files.writeString(other, Files.readString(hub.config).replace(", token: horse", ""));
    assertThat(run(other, "list").err()).contains("asks for a token; set server.token");
    assertThat(run("list", "--hub", "http://127.0.0.1:1").err())
        .contains("no hub answers at http://127.0.0.1:1; start it with wireroom run");
    assertThat(run("list", "--hub", hub.site.at("").toString()).err()).contains("is not this hub");
    Ended mistake = run("add", "ftp://example.com/");
    assertThat(mistake.code()).isEqualTo(1);
    assertThat(mistake.err()).contains("url: must be an http or https address");
  }
}
