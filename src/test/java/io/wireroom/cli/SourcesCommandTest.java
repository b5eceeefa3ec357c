package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.wireroom.config.ConfigFile;
import io.wireroom.hub.Hub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the operator sees of sources, after polls of a real server. */
class SourcesCommandTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer site;

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String rss = "<rss><channel><title>Good</title></channel></rss>";
    answer("/good", 200, rss);
    answer("/bad", 500, "");
    answer("/gone", 410, "");
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  @Test
  void the_sick_come_first_with_since_when_why_and_when_next() throws Exception {
    run(NOON);
    run(NOON.plus(Duration.ofHours(1)));

    assertThat(command()).isEqualTo(Exit.KEPT);

    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .hasSize(6)
        .first()
        .isEqualTo("Source state last good answer failing since tries next hub");
    assertThat(line(1)).matches("gone gone never 2026-11-25T12:00:0\\dZ 1 never -");
    assertThat(line(2))
        .matches("bad failing never 2026-11-25T12:00:0\\dZ 2 2026-11-25T13:1\\d:\\d\\dZ -");
    assertThat(line(3))
        .matches("good ok 2026-11-25T13:00:0\\dZ - - 2026-11-25T\\d\\d:\\d\\d:\\d\\dZ -");
    assertThat(line(4)).contains("it has ended (HTTP 410); remove it from the config");
    assertThat(line(5)).contains("HTTP 500").contains("2 times in a row");
  }

  @Test
  void a_source_that_recovers_fails_no_more() throws Exception {
    run(NOON);
    site.removeContext("/bad");
    answer("/bad", 200, "<rss><channel><title>Now good</title></channel></rss>");
    run(NOON.plus(Duration.ofHours(1)));

    command("--failing", "--json");

    JsonNode sources = new ObjectMapper().readTree(out.toString());
    assertThat(sources).hasSize(1);
    assertThat(sources.at("/0/id").asText()).isEqualTo("gone");
    assertThat(sources.at("/0/next").isNull()).isTrue();
    assertThat(sources.at("/0/failingSince").asText()).startsWith("2026-11-25T12:00");
  }

  @Test
  void before_the_first_run_there_is_nothing_to_show() throws Exception {
    config();

    assertThat(command()).isEqualTo(Exit.BAD_CONFIG);
    assertThat(err.toString()).contains("no state").contains("first run");
  }

  private String line(int number) {
    return out.toString().lines().skip(number).findFirst().orElse("").replaceAll(" +", " ");
  }

  private int command(String... options) throws IOException {
    String[] all = new String[options.length + 2];
    all[0] = "--config";
    all[1] = folder.resolve("wireroom.yaml").toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return new CommandLine(new SourcesCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private void run(Instant at) throws Exception {
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    try (Hub hub = Hub.once(ConfigFile.read(config(), name -> null), Path.of("."), clock)) {
      hub.runOnce(Duration.ZERO, null);
    }
  }

  private Path config() throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String id : new String[] {"good", "bad", "gone"}) {
      yaml.append(
          "  - {id: %s, url: \"http://127.0.0.1:%d/%s\"}\n"
              .formatted(id, site.getAddress().getPort(), id));
    }
    yaml.append("network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n");
    yaml.append("state: {url: \"sqlite:%s\"}\n".formatted(folder.resolve("state.db")));
    return Files.writeString(folder.resolve("wireroom.yaml"), yaml);
  }

  private void answer(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    site.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
