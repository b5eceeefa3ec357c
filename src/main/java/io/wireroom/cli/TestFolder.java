package io.wireroom.cli;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.config.TrialConfig;
import io.wireroom.hub.Explanation;
import io.wireroom.hub.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One test of a config: a folder with {@code test.yaml}, the recorded answers that it names, and,
 * under {@code expected/}, what the destinations must get.
 */
record TestFolder(Path folder) {

  private static final String FILE = "test.yaml";

  /**
   * What came of a test.
   *
   * @param sent how many messages each destination got that got any
   * @param complaints why it failed; none when it passed
   */
  record Result(Map<String, Integer> sent, List<String> complaints) {}

  /** The tests in a folder, by name. */
  static List<TestFolder> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(each -> Files.isRegularFile(each.resolve(FILE)))
          .sorted()
          .map(TestFolder::new)
          .toList();
    }
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  /**
   * Runs it.
   *
   * @param config the file that is tested
   * @param environment what variables stand for, unless the test says so itself
   * @param update whether what came becomes what is expected
   * @throws io.wireroom.config.ConfigException if the test's file or the config is wrong
   * @throws Trial.Unfit if the test can't be made
   */
  Result run(Path config, Function<String, @Nullable String> environment, boolean update)
      throws Exception {
    TrialConfig trial = TrialConfig.read(folder.resolve(FILE), environment);
    HubConfig tested =
        ConfigFile.read(
            config,
            name ->
                Optional.ofNullable(trial.variables().get(name))
                    .orElseGet(() -> environment.apply(name)));
    Trial made = Trial.of(tested, Home.folder(), trial, folder);
    List<String> complaints = new ArrayList<>();
    counts(trial, made, complaints);
    ExpectedFiles expected = new ExpectedFiles(folder.resolve("expected"));
    if (update) {
      expected.update(made.samples());
    } else if (expected.exist()) {
      complaints.addAll(expected.compare(made.samples()));
    } else if (trial.messages().isEmpty()) {
      complaints.add("it expects nothing: give messages: in " + FILE + ", or run with --update");
    }
    if (!complaints.isEmpty() && !made.missing().isEmpty()) {
      complaints.add("asked for, and not among the answers: " + String.join(", ", made.missing()));
    }
    made.idle().forEach(each -> complaints.add("nobody asked for " + each));
    return new Result(sent(made), complaints);
  }

  private static Map<String, Integer> sent(Trial made) {
    return made.messages().entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, Integer::sum, LinkedHashMap::new));
  }

  private static void counts(TrialConfig trial, Trial made, List<String> complaints) {
    if (trial.messages().isEmpty()) {
      return;
    }
    for (String id : trial.messages().keySet()) {
      if (!made.messages().containsKey(id)) {
        complaints.add("messages." + id + ": the config has no such destination");
      }
    }
    for (Map.Entry<String, Integer> came : made.messages().entrySet()) {
      String id = came.getKey();
      int wanted = trial.messages().getOrDefault(id, 0);
      if (came.getValue() != wanted) {
        complaints.add(
            id + " got " + count(came.getValue()) + ", expected " + wanted + reasons(made, id));
      }
    }
  }

  private static String count(int messages) {
    return messages == 1 ? "1 message" : messages + " messages";
  }

  /** Why each article went to a destination or not, as far as that is known. */
  private static String reasons(Trial made, String destination) {
    StringBuilder reasons = new StringBuilder();
    for (Map.Entry<String, Explanation> article : made.articles().entrySet()) {
      reasons.append("\n  ").append(article.getKey());
      article.getValue().steps().stream()
          .filter(step -> isAbout(step, destination))
          .forEach(
              step ->
                  reasons.append("\n    ").append(step.stage()).append(": ").append(step.says()));
    }
    made.tally().sources().stream()
        .filter(source -> !source.note().isEmpty())
        .forEach(source -> reasons.append("\n  ").append(source.note()));
    return reasons.toString();
  }

  /** Whether a step says anything of a destination; that a source listed the article doesn't. */
  private static boolean isAbout(Explanation.Step step, String destination) {
    return switch (step.stage()) {
      case "poll" -> false;
      case "deliver" -> step.says().startsWith("to " + destination + ":");
      default -> true;
    };
  }
}
