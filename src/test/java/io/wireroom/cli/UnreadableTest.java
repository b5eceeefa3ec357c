package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.net.HttpReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What somebody sees who names the wrong file. */
class UnreadableTest {
  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_file_that_is_not_there_is_named_once_and_without_a_stack_trace() {
    String missing = dir.resolve("none.txt").toString();
    for (Object command :
        new Object[] {new BriefCommand(), new PreviewCommand(), new VerifyCommand()}) {
      err.getBuffer().setLength(0);
      String[] args =
          command instanceof VerifyCommand
              ? new String[] {missing, missing}
              : new String[] {missing};
      assertThat(run(command, args)).isEqualTo(1);
      assertThat(err.toString()).isEqualTo(missing + " can't be read: there is no such file\n");
    }
  }

  @Test
  void a_folder_is_said_to_be_one() {
    assertThat(run(new PreviewCommand(), dir.toString())).isEqualTo(1);
    assertThat(err).hasToString(dir + " can't be read: it is a folder, not a file\n");
  }

  @ParameterizedTest
  @CsvSource({
    "404, 'it answers HTTP 404, nothing is there; check the address'",
    "403, 'it answers HTTP 403, it refuses; save it with a browser that may read it, and name the"
        + " file'",
    "429, 'it answers HTTP 429, it was asked too often; try again later'",
    "503, 'it answers HTTP 503, it fails; try again later'"
  })
  void an_address_that_gives_nothing_is_named_with_what_to_do(int status, String why) {
    URI address = URI.create("https://site.example/feed");
    HttpReply reply =
        new HttpReply(status, address, List.of(), Map.of(), new byte[0], null, "", Duration.ZERO);
    for (Object command :
        new Object[] {new ParseCommand(any -> reply), new ExtractCommand(any -> reply)}) {
      err.getBuffer().setLength(0);
      assertThat(run(command, address.toString())).isEqualTo(2);
      assertThat(err).hasToString(address + ": " + why + "\n");
    }
  }

  @Test
  void what_is_neither_a_file_nor_a_web_address_is_said_to_be_so() {
    assertThat(run(new ParseCommand(), "ftp://site.example/feed")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "ftp://site.example/feed: only files and addresses with http:// or https:// can be"
                + " read\n");
  }

  @Test
  void a_json_feed_that_breaks_off_is_named_with_the_place_and_no_riddles() throws Exception {
    Path file = Files.writeString(dir.resolve("feed.json"), "{\"items\": [");
    assertThat(run(new ParseCommand(), file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("This JSON can't be read from line 1, column 12 on: Unexpected end-of-input")
        .doesNotContain("REDACTED");
  }

  @Test
  void an_empty_file_has_no_preview() throws Exception {
    Path file = Files.writeString(dir.resolve("page.html"), " \n");
    assertThat(run(new PreviewCommand(), file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("it is empty; name a page, a feed or an article");
  }

  @Test
  void a_picture_is_no_page() throws Exception {
    Path file = Files.write(dir.resolve("x.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
    assertThat(run(new ExtractCommand(), file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("this is binary data, not a page");
  }

  @Test
  void a_bad_line_costs_no_other() throws Exception {
    Path lines = dir.resolve("articles.jsonl");
    Files.writeString(
        lines, "{\"id\":\"a\",\"text\":\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"A word.\"}\n");
    assertThat(run(new BriefCommand(), "--jsonl", lines.toString())).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"line\":1", "it is not JSON at line 1, column"),
            second ->
                assertThat(second)
                    .contains("\"line\":2", "an article needs \\\"id\\\" and \\\"text\\\""),
            third -> assertThat(third).contains("\"id\":\"c\""));
  }

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
