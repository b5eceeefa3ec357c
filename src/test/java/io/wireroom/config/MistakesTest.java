package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader says about files that are wrong. */
class MistakesTest {

  private static final Path RESOURCES = Path.of("src/test/resources/config");

  /** What stands for every secret in the test files, and must not come out. */
  private static final String SECRET = "hunter2";

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SLACK_URL",
          "https://hooks.slack.com/services/T/B/" + SECRET,
          "PORT",
          SECRET,
          "CRON",
          SECRET + " * * *",
          "EMPTY",
          "");

  @TempDir Path folder;

  @Test
  void every_mistake_of_a_nasty_config_is_reported_at_its_place() {
    String said = said(RESOURCES.resolve("nasty.yaml"));
    Golden.check(RESOURCES.resolve("nasty.txt"), said.replace('\\', '/') + "\n");
    assertThat(said).doesNotContain(SECRET);
  }

  @Test
  void what_works_but_deserves_a_look_is_a_warning() {
    StringBuilder said = new StringBuilder();
    ConfigFile.check(RESOURCES.resolve("odd.yaml"), ENVIRONMENT::get)
        .warnings()
        .forEach(warning -> said.append(warning).append('\n'));
    Golden.check(RESOURCES.resolve("odd.txt"), said.toString().replace('\\', '/'));
    assertThat(said).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sources:~\\t- {id: a}                 | 2:1: a tab; YAML is indented with spaces
          server: {port: 1~state: {url: x}     | 2:6: the { of line 1 is not closed before this; close it, put commas between entries, and quote values that hold { } [ ] or ,
          network: {allow: [a, b}              | 1:23: the [ of line 1 is not closed before this; close it, put commas between entries, and quote values that hold { } [ ] or ,
          server: {bind: ${A}}                 | 1:17: the { of line 1 is not closed before this; close it, put commas between entries, and quote values that hold { } [ ] or ,
          server: {bind: "a}                   | 1:16: a quotation that has no end; close it with a quote
          server: {bind: "a\\qb"}              | 1:19: an unknown escape; in double quotes write \\\\ for a \\, or use single quotes
          server:~  bind: a: b                 | 2:10: a second ": " in one line, or wrong indentation; quote a value that holds ": "; give keys of one map the same indentation
          server:~  bind: @here                | 2:9: a value can't begin with this character; quote the value
          server:~  bind: a~ port: 1           | 3:2: wrong indentation; align it with the keys or entries it belongs to
          server:~  bind~  port: 1             | 3:7: a second ": " in one line, or wrong indentation; quote a value that holds ": "; give keys of one map the same indentation
          server: {bind: *nothing}             | 1:16: an alias of nothing; quote a value that begins with *
          """)
  void broken_yaml_is_told_with_line_column_and_what_would_be_right(String yaml, String said)
      throws IOException {
    assertThat(headline(yaml.replace('~', '\n').replace("\\t", "\t"))).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "destinations:\n  - token: hunter2: x",
        "destinations: [{kind: slack, token: \"hunter2}]",
        "destinations:\n  - secret: @hunter2",
        "destinations:\n  - api-key: 'a' hunter2",
        "destinations:\n  - {url: https://me:hunter2@example.com/, id: [}"
      })
  void secrets_stay_hidden_in_a_file_that_is_not_yaml(String yaml) throws IOException {
    assertThat(said(write(yaml))).doesNotContain(SECRET).contains("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "~"})
  void an_empty_file_is_told_what_to_begin_with(String yaml) throws IOException {
    assertThat(headline(yaml)).isEqualTo("1:1: the file is empty; start with a list of sources:");
  }

  @Test
  void a_file_that_is_missing_is_told_how_to_get_one() {
    Path missing = folder.resolve("none.yaml");
    assertThat(said(missing))
        .isEqualTo(
            missing
                + ": there is no such file;"
                + " copy the sample config/wireroom.yaml and edit it, or name yours with --config");
    assertThat(said(folder)).isEqualTo(folder + ": this is a folder; name the file in it");
  }

  @Test
  void a_file_that_is_too_large_or_not_utf8_is_refused() throws IOException {
    Path file = folder.resolve("wireroom.yaml");
    Files.write(file, new byte[3 * 1024 * 1024 + 1]);
    assertThat(said(file)).isEqualTo(file + ": the file is larger than 3 MB");
    Files.write(file, "server: {bind: Zürich}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(said(file)).isEqualTo(file + ": the file is not in UTF-8; save it in UTF-8");
  }

  @Test
  void a_byte_order_mark_is_no_mistake() throws IOException {
    Path file = write("\uFEFFserver: {port: 1}");
    assertThat(ConfigFile.read(file, name -> null).server().port()).isEqualTo(1);
  }

  @Test
  void aliases_can_not_blow_up_a_small_file() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    assertThat(headline(bomb.toString())).contains("more than 200 aliases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${UNSET}        | environment variable UNSET is not set; export UNSET=…, or write a default: ${UNSET:-…}
          ${EMPTY}        | environment variable EMPTY is empty; export EMPTY=…, or write a default: ${EMPTY:-…}
          ${not a name}   | what stands in ${} is no name of an environment variable; write ${NAME}, ${NAME:-default} or ${file:/run/secrets/name}
          ${UNSET         | a ${ has no }; write ${NAME}, or $${ for the characters themselves
          ${file:none}    | there is no file none; it should hold nothing but the value
          ${file:.}       | this is not a file: .; it should hold nothing but the value
          """)
  void a_variable_that_stands_for_nothing_is_named(String value, String said) throws IOException {
    assertThat(headline("server:\n  bind: \"" + value + "\""))
        .isEqualTo("2:9: server.bind: " + said);
  }

  @ParameterizedTest
  @CsvSource({
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, true",
    "whsk_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, true",
    "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=, false",
    "whsec_not/base64!, false",
    "whsk_MDEyMw==, false",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, false"
  })
  void a_webhook_secret_has_24_to_64_bytes(String secret, boolean good) throws IOException {
    Path file =
        write(
            "destinations: [{id: a, kind: webhook, url: https://example.com, secret: "
                + secret
                + "}]");
    if (good) {
      assertThat(ConfigFile.read(file, name -> null).destinations()).hasSize(1);
    } else {
      assertThat(said(file)).contains("destinations[0].secret: the value");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layout: "{id}.json", formats: [json, md] | layout needs {format}, for there are several formats
          formats: []                              | formats is empty: nothing would be stored
          layout: "/{id}"                          | "/{id}" leads out of its folder; don't begin with / and don't use ..
          layout: "{id}/{"                         | "{id}/{" has a brace without its partner; variables are written {id}
          layout: "{published}/{id}"               | "{published}/{id}" has a bad date pattern in {published}; such as {published:yyyy-MM-dd}
          layout: "{made:bbb}/{id}"                | "{made:bbb}/{id}" has a bad date pattern in {made}; such as {made:yyyy-MM-dd}
          layout: "{id:x}"                         | "{id:x}" has a pattern on {id}; only times take one
          layout: "{sluug}/{id}"                   | "{sluug}/{id}" has the unknown variable {sluug}; did you mean "slug"?
          """)
  void a_layout_names_every_file_of_a_storage(String keys, String said) throws IOException {
    assertThat(headline("destinations: [{id: a, kind: storage, url: file:out, " + keys + "}]"))
        .endsWith(": " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqlite:                  | is not an address of the state; write sqlite:FILE, or s3://BUCKET/NAME for run --once
          jdbc:sqlite:x            | is not an address of the state; write sqlite:FILE, or s3://BUCKET/NAME for run --once
          postgresql://db/wireroom | is not an address of the state; write sqlite:FILE, or s3://BUCKET/NAME for run --once
          """)
  void an_address_of_the_state_names_a_file_or_an_object(String url, String said)
      throws IOException {
    assertThat(headline("state: {url: \"" + url + "\"}"))
        .isEqualTo("1:14: state.url: \"" + url + "\" " + said);
  }

  private String headline(String yaml) throws IOException {
    Path file = write(yaml);
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file, ENVIRONMENT::get));
    return e.mistakes().get(0).headline().substring(file.toString().length() + 1);
  }

  private static String said(Path file) {
    return String.valueOf(
        catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file, ENVIRONMENT::get))
            .getMessage());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("wireroom.yaml"), text);
  }
}
