package io.wireroom.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One test of a config: what the web answers, and how many messages must come of it. */
public record TrialConfig(
    @Option(
            value =
                "What time it is. The clock stands still, but for the pauses that rates and polite"
                    + " polling ask for, so that the same messages come every time.",
            example = "2026-03-04T09:30:00Z")
        Instant at,
    @Option(
            value = "The time to go on to when all is read and sent, for round-ups.",
            example = "2026-03-05T08:00:00Z")
        @Nullable Instant until,
    @Option(
            value =
                "What `${NAME}` and `${file:PATH}` in the config stand for, before the"
                    + " environment is asked, by `NAME` or `file:PATH`.",
            example = "{SLACK_WEBHOOK_URL: \"https://hooks.slack.com/services/T0/B0/x\"}",
            names = Format.TEXT)
        Map<String, String> variables,
    @Option(
            value =
                "What the web answers; every other address is not found. Only sources with an"
                    + " answer are read.")
        List<Answer> answers,
    @Option(
            value =
                "How many messages each destination gets, by its id. When it is given,"
                    + " destinations that it doesn't name get none.",
            example = "{newsroom: 1, archive: 1}",
            names = Format.ID)
        Map<String, Integer> messages) {

  public TrialConfig {
    variables = Map.copyOf(variables);
    answers = List.copyOf(answers);
    messages = new LinkedHashMap<>(messages);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException(
          "no answers: give at least the address of a source and a file that it answers with");
    }
    if (until != null && !until.isAfter(at)) {
      throw new IllegalArgumentException("until is not after at");
    }
  }

  /** What one address answers. */
  public record Answer(
      @Option(
              value = "The address: a source's, or an article's as its feed gives it.",
              example = "https://example.com/feed.xml",
              format = Format.HTTP_URL,
              unique = true)
          URI url,
      @Option(
              value = "The file with the answer's body, beside the test's own file.",
              example = "feed.xml")
          String file,
      @Option(value = "The answer's status.", def = "200", min = 200, max = 599) int status,
      @Option(
              value = "The answer's Content-Type; by the file's ending when it is not given.",
              example = "text/html; charset=windows-1252",
              format = Format.HEADER_VALUE)
          @Nullable String type) {}

  /**
   * Reads a test's file.
   *
   * @param environment the value of an environment variable, null when it isn't set
   * @throws ConfigException with every mistake
   */
  public static TrialConfig read(Path file, Function<String, @Nullable String> environment) {
    return RecordFile.read(file, TrialConfig.class, "start with the time, at:", environment)
        .value();
  }
}
