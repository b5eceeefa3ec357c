package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.cli.HealthCommand;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code wireroom run} as the process that users start: it serves, and it ends by SIGTERM. */
class ServiceTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter said = new StringWriter();
  private WebServer site;
  private WebServer receiver;
  private int port;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receiver = new WebServer();
    receiver.on("/hook", WebServer.Answer.ok("application/json", "{}"));
    News.publish(site, "/feed", "alpha");
    port = freePort();
    process = run();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    site.close();
    receiver.close();
  }

  @Test
  void it_says_that_it_is_up_and_counts_what_it_does() throws Exception {
    await().atMost(LONGEST).until(this::up);
    await().atMost(LONGEST).until(() -> receiver.requests("/hook").size() == 1);
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> receiver.requests("/hook").size() == 2);

    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(get("/observe/metrics"))
                    .contains(
                        "wireroom_attempts_total{destination=\"crm\",verdict=\"delivered\"} 2")
                    .contains("wireroom_briefs_total{status=\"full\"} 2")
                    .containsPattern("wireroom_polls_total\\{result=\"read\"} [1-9]")
                    .contains("wireroom_deliveries_pending 0")
                    .contains("wireroom_sources{state=\"ok\"} 1")
                    .contains("wireroom_sources{state=\"failing\"} 0")
                    .contains("wireroom_sources_pushed 0"));
  }

  @Test
  void the_command_health_asks_where_the_config_has_it_listen() {
    await().atMost(LONGEST).untilAsserted(() -> assertThat(health()).isZero());
    assertThat(health("--hub", "http://127.0.0.1:" + port + "/")).isZero();

    process.destroy();

    await().atMost(LONGEST).untilAsserted(() -> assertThat(health()).isEqualTo(1));
    assertThat(said.toString()).contains("\"UP\"", "http://127.0.0.1:" + port + ": ");
  }

  @Test
  void it_listens_on_the_address_of_the_config_and_no_other() throws Exception {
    await().atMost(LONGEST).until(this::up);

    List<String> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .map(InetAddress::getHostAddress)
            .filter(host -> host.indexOf(':') < 0)
            .filter(this::answers)
            .toList();
    assertThat(others).isEmpty();
  }

  @Test
  void a_sigterm_lets_what_is_in_flight_end_and_nothing_is_sent_again() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    receiver.on(
        "/hook",
        request -> {
          awaitQuietly(answer);
          return WebServer.Answer.ok("application/json", "{}");
        });
    await().atMost(LONGEST).until(() -> receiver.requests("/hook").size() == 1);
    process.destroy();
    await().atMost(LONGEST).until(() -> log().contains("stopping inflight=1"));
    assertThat(process.isAlive()).isTrue();

    answer.countDown();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended within 10 s").isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);

    News.publish(site, "/feed", "beta", "alpha");
    process = run();
    await().atMost(LONGEST).until(() -> receiver.requests("/hook").size() > 1);
    assertThat(receiver.requests("/hook"))
        .extracting(request -> request.headers().get("webhook-id"))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_receiver_that_never_answers_holds_it_up_for_ten_seconds_at_most() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    receiver.on(
        "/hook",
        request -> {
          awaitQuietly(never);
          return WebServer.Answer.status(0);
        });
    await().atMost(LONGEST).until(() -> receiver.requests("/hook").size() == 1);

    process.destroy();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended within 10 s").isTrue();
    never.countDown();
  }

  private int health(String... args) {
    List<String> all = new ArrayList<>(List.of("--config", configFile().toString()));
    all.addAll(List.of(args));
    return new CommandLine(new HealthCommand())
        .setOut(new PrintWriter(said))
        .execute(all.toArray(String[]::new));
  }

  private Process run() throws IOException {
    String yaml =
        """
        sources: [{id: news, url: "%s", every: 1s}]
        destinations: [{id: crm, kind: webhook, url: "%s"}]
        subscriptions: [{to: crm}]
        network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}
        server: {port: %d}
        state: {url: "sqlite:%s"}
        """
            .formatted(site.at("/feed"), receiver.at("/hook"), port, folder.resolve("state.db"));
    Files.writeString(configFile(), yaml);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            "io.wireroom.Wireroom",
            "run",
            "--config",
            configFile().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
        .start();
  }

  /** What this test was loaded from, however its launcher did that. */
  static String classPath() {
    if (ServiceTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private boolean up() throws IOException, InterruptedException {
    return answers("127.0.0.1") && get("/observe/health").contains("\"UP\"");
  }

  private boolean answers(String host) {
    try {
      client.send(
          HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/observe/health"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private Path configFile() {
    return folder.resolve("wireroom.yaml");
  }

  private Path logFile() {
    return folder.resolve("log");
  }

  private String log() throws IOException {
    return Files.readString(logFile());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
