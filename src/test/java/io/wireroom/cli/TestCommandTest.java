package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Tests of a config, by the shipped routes on recorded answers. */
class TestCommandTest {

  private static final Path SHIPPED = Path.of("src/test/resources/trial");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  @Test
  void every_destination_gets_the_same_bytes_as_when_somebody_last_agreed() throws Exception {
    if (Boolean.getBoolean("golden.update")) {
      new CommandLine(new TestCommand())
          .execute("--config", SHIPPED.resolve("wireroom.yaml").toString(), "--update", "ferries");
      copyExpected();
    }

    assertThat(test()).as(out.toString()).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "ok     ferries  newsroom 2, harbour 1, archive 2, morning 1",
            "ok     one-story  newsroom 2, harbour 1, archive 2",
            "2 of 2 tests passed.");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void a_wrong_count_says_of_every_article_why_it_went_there_or_not() throws Exception {
    edit("tests/ferries/test.yaml", text -> text.replace("harbour: 1", "harbour: 2, crm: 1"));

    assertThat(test("ferries")).isEqualTo(Exit.KEPT);

    assertThat(out.toString().lines().map(String::strip))
        .contains(
            "FAILED ferries  newsroom 2, harbour 1, archive 2, morning 1",
            "harbour got 1 message, expected 2",
            "deliver: to harbour: does not match: it says none of \"ferries\", \"berths\"",
            "crm got 0 messages, expected 1",
            "deliver: to crm: does not match: its language is en",
            "0 of 1 tests passed.",
            "When what came is right, keep it: wireroom test --update");
  }

  @Test
  void destinations_that_are_not_named_must_get_nothing() throws Exception {
    edit("tests/one-story/test.yaml", text -> text.replace(", archive: 2}", "}"));

    assertThat(test("one-story")).isEqualTo(Exit.KEPT);

    assertThat(out.toString()).contains("archive got 2 messages, expected 0");
  }

  @Test
  void what_differs_is_shown_from_just_before_the_difference() throws Exception {
    edit(
        "tests/ferries/electric-ferries.html",
        text -> text.replace("€212 million, the largest", "€213 million, the largest"));

    assertThat(test("ferries")).isEqualTo(Exit.KEPT);

    assertThat(out.toString().lines().map(String::strip))
        .anyMatch(line -> line.startsWith("newsroom/1.json differs in line "))
        .anyMatch(line -> line.matches("- ….{1,40}212 million, the largest.*"))
        .anyMatch(line -> line.matches("\\+ ….{1,40}213 million, the largest.*"));
  }

  @Test
  void an_update_keeps_what_came_and_nothing_else() throws Exception {
    Path stray = folder.resolve("tests/ferries/expected/newsroom/3.json");
    Files.writeString(stray, "{}\n");
    edit("tests/ferries/electric-ferries.html", text -> text.replace("€212", "€213"));
    assertThat(test("ferries")).isEqualTo(Exit.KEPT);
    assertThat(out.toString()).contains("newsroom/3.json is expected, and did not come");

    assertThat(test("--update")).isZero();
    assertThat(test()).isZero();

    assertThat(stray).doesNotExist();
    assertThat(Files.readString(folder.resolve("tests/ferries/expected/newsroom/1.json")))
        .contains("€213 million");
    assertThat(folder.resolve("tests/one-story/expected/harbour/1.json")).exists();
  }

  @Test
  void addresses_that_were_missing_or_that_nobody_asked_for_are_named() throws Exception {
    edit("tests/one-story/test.yaml", text -> text.replace("wire.example/a/1", "wire.example/a/2"));

    assertThat(test("one-story")).isEqualTo(Exit.KEPT);

    assertThat(out.toString())
        .contains("nobody asked for https://wire.example/a/2")
        .contains("asked for, and not among the answers: https://wire.example/a/1");
  }

  @Test
  void no_model_is_asked_and_none_has_to_be_there() throws Exception {
    edit(
        "wireroom.yaml",
        text ->
            text
                + "briefs: {engine: model, model: {provider: ollama, name: any,"
                + " base-url: \"http://model.invalid\"}}\n");

    assertThat(test()).as(out.toString()).isZero();
  }

  @Test
  void a_test_that_expects_nothing_fails() throws Exception {
    edit("tests/one-story/test.yaml", text -> text.replaceAll("messages:.*", ""));

    assertThat(test("one-story")).isEqualTo(Exit.KEPT);

    assertThat(out.toString()).contains("it expects nothing: give messages: in test.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          at:.*                 | at: noon                      | test.yaml:1:5: at: "noon" is not a time; write it as 2026-03-04T09:30:00Z
          until:.*              | until: 2026-03-04T09:30:00Z   | until is not after at
          answers:              | answer:                       | did you mean "answers"?
          file: feed.xml        | file: fed.xml                 | fed.xml that could be read
          newsroom: 2           | newsroom: two                 | "two" is not a whole number
          CRM_SECRET            | CRM_SECRETS                   | environment variable CRM_SECRET is not set
          ledger.example/feed   | ledger.example/other          | none of its answers is for a source of the config; a source's url is for example https://ledger.example/feed.xml
          """)
  void a_test_that_is_wrong_itself_is_refused_with_the_place(
      String what, String instead, String said) throws Exception {
    edit("tests/ferries/test.yaml", text -> text.replaceAll(what, instead));

    assertThat(test("ferries")).isEqualTo(Exit.BAD_CONFIG);

    assertThat(err.toString()).contains(said);
  }

  @Test
  void a_folder_without_tests_is_no_success() {
    assertThat(test("unknown")).isEqualTo(Exit.BAD_CONFIG);
    assertThat(err.toString()).contains("no test here; a test is a folder with a file test.yaml");
  }

  private int test(String... more) {
    CommandLine line = new CommandLine(new TestCommand());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(
        Stream.concat(
                Stream.of("--config", folder.resolve("wireroom.yaml").toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private void edit(String name, UnaryOperator<String> change) throws IOException {
    Path file = folder.resolve(name);
    String before = Files.readString(file);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
  }

  private void copyExpected() throws IOException {
    List<Path> kept;
    try (Stream<Path> files = Files.walk(SHIPPED.resolve("tests/ferries/expected"))) {
      kept = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : kept) {
      Path to = folder.resolve(SHIPPED.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
