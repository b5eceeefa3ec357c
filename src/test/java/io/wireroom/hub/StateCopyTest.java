package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.S3Server;
import io.wireroom.cli.DeliveriesCommand;
import io.wireroom.cli.RunCommand;
import io.wireroom.cli.SourcesCommand;
import io.wireroom.config.ConfigException;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Runs without a disk of their own, whose state lies in a bucket of an S3 server of others. */
class StateCopyTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private S3Server server;
  private WebServer site;
  private WebServer receivers;

  @BeforeEach
  void start() throws Exception {
    clock.set(Instant.parse("2026-03-28T12:00:00Z"));
    server = new S3Server();
    server.store().createContainerInLocation(null, "news");
    site = new WebServer();
    receivers = new WebServer();
    receivers.on("/crm", WebServer.Answer.status(204));
    News.publish(site, "/feed", "alpha", "beta");
  }

  @AfterEach
  void stop() throws Exception {
    site.close();
    receivers.close();
    server.close();
  }

  @Test
  void each_run_goes_on_where_the_last_one_ended() throws Exception {
    assertThat(run().troubled()).isFalse();
    assertThat(sent()).isEqualTo(2);
    assertThat(server.store().blobExists("news", "state/wireroom.db")).isTrue();

    assertThat(run().troubled()).isFalse();
    assertThat(sent()).isEqualTo(2);

    clock.forward(Duration.ofHours(1));
    News.publish(site, "/feed", "gamma", "alpha", "beta");
    run();
    assertThat(sent()).isEqualTo(3);
  }

  @Test
  void the_commands_work_with_it_as_with_a_file() throws Exception {
    config();
    assertThat(command(new RunCommand(), "--once")).isZero();
    assertThat(command(new RunCommand(), "--once")).isZero();
    assertThat(sent()).isEqualTo(2);

    assertThat(command(new DeliveriesCommand(), "list")).isZero();
    assertThat(out.toString()).contains("crm").contains("delivered");
    assertThat(command(new SourcesCommand())).isZero();
    assertThat(command(new DeliveriesCommand(), "replay", "--since", "1d")).isZero();
    assertThat(command(new RunCommand(), "--once")).isZero();
    assertThat(sent()).isEqualTo(4);

    try (StateCopy held = StateCopy.toChange(config(), Path.of("."), Clock.systemUTC())) {
      assertThat(command(new RunCommand(), "--once")).isEqualTo(1);
      assertThat(err.toString()).contains("another run is working with the state");
      assertThat(command(new SourcesCommand())).isZero();
      assertThat(held.config()).isNotNull();
    }
    assertThat(command(new RunCommand())).isEqualTo(1);
    assertThat(err.toString()).contains("a state in a bucket is for run --once");
  }

  private int command(Object command, String... more) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> words = new ArrayList<>(List.of(more));
    words.add("--config");
    words.add(folder.resolve("wireroom.yaml").toString());
    return line.execute(words.toArray(String[]::new));
  }

  @Test
  void two_runs_never_work_with_the_same_state() throws Exception {
    run();
    try (StateCopy first = StateCopy.toChange(config(), Path.of("."), clock)) {
      assertThatThrownBy(() -> StateCopy.toChange(config(), Path.of("."), clock))
          .isInstanceOf(StateUnavailable.class)
          .hasMessageContaining("another run is working with the state in s3://news/state/")
          .hasMessageContaining("if it was killed, at 2026-03-28T12:10:0");
      assertThat(first.config().state().url()).startsWith("sqlite:");
    }
    assertThat(run().troubled()).isFalse();
  }

  @Test
  void a_run_that_was_killed_is_done_again_when_its_time_is_over() throws Exception {
    StateCopy killed = StateCopy.toChange(config(), Path.of("."), clock);
    work(killed);
    assertThat(sent()).isEqualTo(2);

    assertThatThrownBy(this::run).isInstanceOf(StateUnavailable.class);
    clock.forward(StateCopy.HELD.plusSeconds(1));
    run();
    assertThat(sent()).as("what was not put into the bucket is sent again").isEqualTo(4);

    assertThatThrownBy(killed::close)
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("another run is working with the state");
    run();
    assertThat(sent()).as("the one that came too late changed nothing").isEqualTo(4);
  }

  @Test
  void what_a_run_has_put_into_the_bucket_is_not_done_again_though_it_is_killed() throws Exception {
    StateCopy killed = StateCopy.toChange(config(), Path.of("."), clock);
    work(killed);
    clock.forward(StateCopy.OFTEN);
    killed.keepUp();

    clock.forward(StateCopy.HELD.plusSeconds(1));
    run();
    assertThat(sent()).isEqualTo(2);
    assertThatThrownBy(killed::close).isInstanceOf(StateUnavailable.class);
  }

  @Test
  void a_run_goes_on_holding_what_it_works_with() throws Exception {
    try (StateCopy working = StateCopy.toChange(config(), Path.of("."), clock)) {
      clock.forward(StateCopy.HELD.minusSeconds(30));
      working.keepUp();
      clock.forward(StateCopy.HELD.minusSeconds(30));
      assertThatThrownBy(this::run).isInstanceOf(StateUnavailable.class);
    }
    run();
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void commands_that_only_look_need_not_wait() throws Exception {
    assertThatThrownBy(() -> StateCopy.toRead(config(), Path.of("."), clock))
        .isInstanceOf(StateUnavailable.class)
        .hasMessage(
            "there is no state in s3://news/state/wireroom.db yet; it comes with the first run");
    run();

    try (StateCopy held = StateCopy.toChange(config(), Path.of("."), clock);
        StateCopy looked = StateCopy.toRead(config(), Path.of("."), clock)) {
      Plan plan = Plan.of(looked.config(), Path.of("."), clock, null);
      assertThat(plan.owed()).isEmpty();
      assertThat(Explanation.of(looked.config(), site.at("/a/alpha").toString()).known()).isTrue();
      assertThat(held.config()).isNotEqualTo(looked.config());
    }
  }

  @Test
  void a_write_whose_answer_was_lost_is_known_for_ones_own() throws Exception {
    StateCopy working = StateCopy.toChange(config(), Path.of("."), clock);
    touch("state/wireroom.db");

    working.close();
    run();
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void a_store_that_is_away_for_a_while_ends_no_run() throws Exception {
    StateCopy working = StateCopy.toChange(config(), Path.of("."), clock);
    work(working);
    server.close();
    clock.forward(StateCopy.OFTEN);
    working.keepUp();

    clock.forward(StateCopy.HELD);
    assertThatThrownBy(working::keepUp)
        .as("others may take the state from now on")
        .isInstanceOf(StateUnavailable.class);
    assertThatThrownBy(working::close).isInstanceOf(StateUnavailable.class);
  }

  @Test
  void an_object_that_is_something_else_is_left_alone() throws Exception {
    put("state/wireroom.db", "hello".getBytes(StandardCharsets.UTF_8), Map.of());

    assertThatThrownBy(this::run)
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("is no state of Wireroom's; name another object");
    assertThat(bytes("state/wireroom.db")).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_bucket_that_is_not_there_is_named() throws Exception {
    server.store().deleteContainer("news");

    assertThatThrownBy(this::run)
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("s3://news/state/wireroom.db")
        .hasMessageContaining("NoSuchBucket");
    assertThat(sent()).isZero();
  }

  @Test
  void a_service_refuses_a_state_in_a_bucket() throws Exception {
    assertThatThrownBy(() -> Hub.service(config(), Path.of("."), clock))
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("a state in a bucket is for run --once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url: "s3://news/state.db"                   | it says how the bucket is reached
          url: "s3://news/", access: archive          | names no object
          url: "s3://news/state.db", access: archiv   | did you mean "archive"?
          url: "s3://news/state.db", access: crm      | crm is no destination of kind storage
          url: "azure://news/state.db", access: archive | archive is no destination of kind storage
          url: "sqlite:x.db", access: archive         | only a state in a bucket needs it
          url: "postgresql://db"                      | write sqlite:FILE, or s3://BUCKET/NAME
          """)
  void a_state_that_cannot_be_reached_is_a_mistake_of_the_config(String state, String said) {
    assertThatThrownBy(() -> config(state))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(said);
  }

  private Tally run() throws Exception {
    try (StateCopy state = StateCopy.toChange(config(), Path.of("."), clock)) {
      return work(state);
    }
  }

  private Tally work(StateCopy state) throws Exception {
    try (Hub hub = Hub.once(state.config(), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null, state::keepUp);
    }
  }

  /** Writes an object again as it is: another ETag is all that changes. */
  private void touch(String name) throws IOException {
    Blob blob = server.store().getBlob("news", name);
    put(name, concat(bytes(name)), blob.getMetadata().getUserMetadata());
  }

  /** A second member of gzip, which holds nothing. */
  private static byte[] concat(byte[] packed) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(packed);
    new GZIPOutputStream(all).close();
    return all.toByteArray();
  }

  private void put(String name, byte[] bytes, Map<String, String> metadata) {
    BlobStore store = server.store();
    store.putBlob("news", store.blobBuilder(name).payload(bytes).userMetadata(metadata).build());
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = server.store().getBlob("news", name).getPayload().openStream()) {
      return in.readAllBytes();
    }
  }

  private int sent() {
    return receivers.requests("/crm").size();
  }

  private HubConfig config() throws IOException {
    return config("url: \"s3://news/state/wireroom.db\", access: archive");
  }

  private HubConfig config(String state) throws IOException {
    List<String> yaml =
        List.of(
            "sources: [{id: feed, url: \"" + site.at("/feed") + "\"}]",
            "destinations:",
            "  - {id: archive, kind: storage, url: \"s3://news/briefs\", endpoint:"
                + " \"http://127.0.0.1:"
                + server.port()
                + "\", path-style: true, access-key: AKIATEST, secret-key: \"secret+key\"}",
            "  - {id: crm, kind: webhook, url: \"" + receivers.at("/crm") + "\"}",
            "subscriptions: [{to: crm}]",
            "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}",
            "state: {" + state + "}",
            "");
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), String.join("\n", yaml));
    return ConfigFile.read(file, name -> null);
  }
}
