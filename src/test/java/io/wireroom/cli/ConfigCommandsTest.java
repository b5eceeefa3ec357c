package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code check}, {@code import} and {@code export}. */
class ConfigCommandsTest {

  private static final String GOOD =
      """
      # my sources
      sources:
        - {id: verge, url: https://example.com/verge.xml, name: The Verge, tags: [tech]}
        - {id: blog, url: https://example.com/news, kind: page, select: h2 a}   # no feed
      destinations:
        - {id: hook, kind: webhook, url: https://example.com/hook, secret: "${HOOK}"}
      subscriptions:
        - {to: hook}
      """;

  private static final String OPML =
      """
      <opml version="2.0"><body>
        <outline text="News">
          <outline text="Ars" xmlUrl="https://example.com/ars.xml"/>
          <outline text="The Verge" xmlUrl="https://example.com/verge.xml"/>
          <outline text="Old" xmlUrl="gopher://example.com/"/>
        </outline>
      </body></opml>
      """;

  @TempDir Path folder;
  private Path config = Path.of("");
  private Path opml = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write_the_files() throws IOException {
    config = Files.writeString(folder.resolve("wireroom.yaml"), GOOD);
    opml = Files.writeString(folder.resolve("feeds.opml"), OPML);
  }

  @Test
  void check_sums_up_a_good_config() {
    assertThat(run(new CheckCommand(env()), "--config", config.toString())).isZero();
    assertThat(out).hasToString("OK: 2 sources, 1 destination, 1 subscription\n");
  }

  @Test
  void check_prints_warnings_before_the_summary() throws IOException {
    Files.writeString(config, GOOD.replace("https://example.com/hook", "http://example.com/hook"));
    assertThat(run(new CheckCommand(env()), "-c", config.toString())).isZero();
    assertThat(out.toString())
        .startsWith("warning: " + config + ":6:36: destinations[0].url: briefs travel unencrypted")
        .endsWith("OK: 2 sources, 1 destination, 1 subscription, 1 warning\n");
  }

  @Test
  void check_prints_every_mistake_and_exits_with_1() throws IOException {
    Files.writeString(config, "sources: [{id: A, url: x}]\n");
    assertThat(run(new CheckCommand(env()), "-c", config.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("sources[0].id: \"A\"", "sources[0].url: \"x\"")
        .endsWith("2 mistakes\n");
  }

  @Test
  void check_takes_the_environment_of_the_process() {
    assertThat(run(new CheckCommand(), "-c", config.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("environment variable HOOK is not set");
  }

  @Test
  void check_speaks_json() throws IOException {
    assertThat(run(new CheckCommand(env()), "-c", config.toString(), "--json")).isZero();
    JsonNode good = new ObjectMapper().readTree(out.toString());
    assertThat(good.get("ok").asBoolean()).isTrue();
    assertThat(good.get("sources").asInt()).isEqualTo(2);
    assertThat(good.get("mistakes")).isEmpty();
    assertThat(good.get("warnings")).isEmpty();

    out.getBuffer().setLength(0);
    Files.writeString(config, "server: {port: x}\n");
    assertThat(run(new CheckCommand(env()), "-c", config.toString(), "--json")).isEqualTo(1);
    JsonNode bad = new ObjectMapper().readTree(out.toString());
    assertThat(bad.get("ok").asBoolean()).isFalse();
    assertThat(bad.at("/mistakes/0/path").asText()).isEqualTo("server.port");
    assertThat(bad.at("/mistakes/0/line").asInt()).isEqualTo(1);
    assertThat(bad.at("/mistakes/0/column").asInt()).isEqualTo(16);
  }

  @Test
  void import_prints_yaml_to_paste() {
    assertThat(run(new ImportCommand(), opml.toString())).isZero();
    assertThat(out)
        .hasToString(
            """
            sources:
              - {id: ars, url: "https://example.com/ars.xml", name: "Ars", tags: ["News"]}
              - {id: the-verge, url: "https://example.com/verge.xml", name: "The Verge", tags: ["News"]}
            """);
    assertThat(err.toString())
        .contains("left out, it has no http or https address: Old", "added: 2, already there: 0");
  }

  @Test
  void import_adds_to_a_config_and_touches_nothing_else() throws IOException {
    assertThat(run(new ImportCommand(), opml.toString(), "--config", config.toString())).isZero();
    assertThat(config)
        .hasContent(
            GOOD.replace(
                "# no feed\n",
                "# no feed\n  - {id: ars, url: \"https://example.com/ars.xml\", name: \"Ars\","
                    + " tags: [\"News\"]}\n"));
    assertThat(run(new CheckCommand(env()), "-c", config.toString())).isZero();

    byte[] once = Files.readAllBytes(config);
    assertThat(run(new ImportCommand(), opml.toString(), "--config", config.toString())).isZero();
    assertThat(config).hasBinaryContent(once);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void import_says_what_is_wrong_with_its_files() throws IOException {
    assertThat(run(new ImportCommand(), folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file");
    Files.writeString(opml, "<html/>");
    assertThat(run(new ImportCommand(), opml.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("nothing was imported: not OPML");
  }

  @Test
  void export_writes_the_feeds_that_import_reads() throws IOException {
    Path exported = folder.resolve("out.opml");
    assertThat(run(new ExportCommand(env()), "-c", config.toString(), "-o", exported.toString()))
        .isZero();
    assertThat(exported)
        .hasContent(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>Wireroom</title>
              </head>
              <body>
                <outline text="tech">
                  <outline type="rss" text="The Verge" title="The Verge" xmlUrl="https://example.com/verge.xml" category="tech"/>
                </outline>
              </body>
            </opml>
            """);
    assertThat(run(new ImportCommand(), exported.toString())).isZero();
    assertThat(out.toString()).contains("https://example.com/verge.xml", "tags: [tech]");
  }

  private static ConfigOption env() {
    return new ConfigOption(
        name -> name.equals("HOOK") ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : null);
  }

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }
}
