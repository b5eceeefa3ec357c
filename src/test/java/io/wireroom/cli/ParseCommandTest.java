package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParseCommandTest {
  private static final String FEED = "src/test/resources/feeds/mill.xml";
  private static final Path GOLDEN = Path.of("src/test/resources/feeds/mill.json");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(ParseCommand command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void prints_everything_a_feed_says() throws IOException {
    assertThat(run(new ParseCommand(), FEED)).isZero();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, out.toString());
    }
    assertThat(out.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void reads_many_feeds_as_json_lines(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("b.xml"), "<rss><channel><link>/x</link></channel></rss>");
    Path list = dir.resolve("in.jsonl");
    Files.writeString(
        list,
        """
        {"id": "a", "path": "b.xml", "headers": {"Content-Language": "de"}, "baseUrl": "https://example.org/"}

        {"id": "b", "path": "missing.xml"}
        """);
    assertThat(run(new ParseCommand(), "--jsonl", list.toString())).isZero();
    List<String> lines = out.toString().lines().toList();
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(lines).hasSize(2);
    assertThat(first.at("/id").asText()).isEqualTo("a");
    assertThat(first.at("/feed/link").asText()).isEqualTo("https://example.org/x");
    assertThat(first.at("/feed/language").asText()).isEqualTo("de");
    assertThat(first.at("/entries").isArray()).isTrue();
    assertThat(lines.get(1))
        .contains("\"id\":\"b\"")
        .contains("\"error\":")
        .contains("missing.xml");
  }

  @Test
  void reads_an_address_with_the_fetcher_it_is_given() {
    byte[] body = "<rss><channel><link>/x</link></channel></rss>".getBytes(StandardCharsets.UTF_8);
    ParseCommand command =
        new ParseCommand(
            uri ->
                new HttpReply(
                    200,
                    URI.create("https://example.org/moved"),
                    List.of(),
                    Map.of(),
                    body,
                    null,
                    "",
                    Duration.ZERO));
    assertThat(run(command, "https://example.org/feed")).isZero();
    assertThat(out.toString()).contains("https://example.org/x");
  }

  @Test
  void says_what_is_wrong_and_fails() {
    assertThat(run(new ParseCommand(), "no-such-file.xml")).isEqualTo(2);
    assertThat(err.toString()).contains("no-such-file.xml");
    assertThat(run(new ParseCommand())).isEqualTo(2);
    assertThat(err.toString()).contains("Name a file or an address");
  }
}
