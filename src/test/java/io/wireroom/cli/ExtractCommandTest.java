package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
  private static final String PAGE =
      "<html lang=en><title>Tide tables reprinted</title><h1>Tide tables reprinted</h1><p>The"
          + " harbour office has reprinted its tide tables, because the first edition gave the"
          + " wrong month on page nine.</p></html>";

  private final ObjectMapper json = new ObjectMapper();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  @BeforeEach
  void writePages() throws IOException {
    Files.writeString(folder.resolve("a.html"), PAGE, StandardCharsets.UTF_8);
    try (OutputStream zip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.html.gz")))) {
      zip.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
  }

  private int run(ExtractCommand command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void prints_the_article_of_a_file() throws IOException {
    assertThat(run(new ExtractCommand(), folder.resolve("a.html").toString())).isZero();
    JsonNode article = json.readTree(out.toString());
    assertThat(article.path("title").asText()).isEqualTo("Tide tables reprinted");
    assertThat(article.path("articleBody").asText()).startsWith("The harbour office");
    assertThat(article.path("status").asText()).isEqualTo("thin");
    assertThat(article.path("published").isNull()).isTrue();
    assertThat(article.path("blocks").path(0).path("kind").asText()).isEqualTo("paragraph");
  }

  @Test
  void answers_every_line_with_a_line_and_goes_on_after_a_page_that_is_not_there()
      throws IOException {
    Path lines = folder.resolve("pages.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"1","path":"a.html","url":"https://site.example/1"}
        {"id":"2","path":"missing.html","url":"https://site.example/2"}
        {"id":"3","path":"b.html.gz","url":"https://site.example/3"}
        not json
        """);
    assertThat(run(new ExtractCommand(), "--jsonl", lines.toString())).isZero();
    List<String> answers = out.toString().lines().toList();
    assertThat(answers).hasSize(4);
    assertThat(json.readTree(answers.get(0)).path("id").asText()).isEqualTo("1");
    assertThat(json.readTree(answers.get(1)).path("line").asInt()).isEqualTo(2);
    assertThat(json.readTree(answers.get(1)).path("error").asText())
        .isEqualTo("missing.html: there is no such file");
    assertThat(json.readTree(answers.get(2)).path("language").asText()).isEqualTo("en");
    assertThat(json.readTree(answers.get(3)).has("error")).isTrue();
  }

  @Test
  void says_at_which_byte_a_file_is_no_page() throws IOException {
    Path zip = folder.resolve("b.html.gz");
    Path copy = Files.copy(zip, folder.resolve("page.html"));
    assertThat(run(new ExtractCommand(), copy.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(copy + ": this is binary data, not a page (byte ")
        .doesNotContain("Exception");
  }

  @Test
  void names_a_list_that_is_not_there() {
    Path list = folder.resolve("none.jsonl");
    assertThat(run(new ExtractCommand(), "--jsonl", list.toString())).isEqualTo(2);
    assertThat(err).hasToString(list + " can't be read: there is no such file\n");
  }

  @Test
  void reads_an_address_with_the_fetcher_it_is_given() throws IOException {
    ExtractCommand command =
        new ExtractCommand(
            uri ->
                new HttpReply(
                    200,
                    uri,
                    List.of(),
                    Map.of("content-type", "text/html; charset=utf-8"),
                    PAGE.getBytes(StandardCharsets.UTF_8),
                    null,
                    "",
                    Duration.ZERO));
    assertThat(run(command, "https://site.example/a")).isZero();
    assertThat(json.readTree(out.toString()).path("title").asText())
        .isEqualTo("Tide tables reprinted");
  }

  @Test
  void says_why_it_printed_nothing() {
    assertThat(run(new ExtractCommand(), folder.resolve("missing.html").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("missing.html");
    assertThat(run(new ExtractCommand())).isEqualTo(2);
  }
}
