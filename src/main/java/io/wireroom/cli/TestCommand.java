package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.hub.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wireroom test}: what a config makes of recorded feeds and pages, against what it should.
 */
@Command(
    name = "test",
    description = {
      "Test the config on recorded feeds and pages: which destinations get which messages. The"
          + " shipped routes read and write; nothing is sent, and no connection is made.",
      "Each test is a folder with test.yaml (see src/docs/testing.md).",
      "Exit codes: 0 all passed; 1 the config or a test's file is wrong, or there is no test; 2"
          + " some test failed."
    },
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(
      names = "--tests",
      paramLabel = "FOLDER",
      description = "The folder with the tests (default: tests beside the config file).")
  private @Nullable Path tests;

  @Option(
      names = "--update",
      description = "Keep what comes as what is expected, under expected/ of each test.")
  private boolean update;

  @Parameters(paramLabel = "NAME", description = "Run these tests only (default: all).")
  private List<String> names = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Logs.configure(Logs.Level.QUIET);
    Path folder = tests == null ? config.file().resolveSibling("tests") : tests;
    List<TestFolder> chosen =
        TestFolder.in(folder).stream()
            .filter(test -> names.isEmpty() || names.contains(test.name()))
            .toList();
    if (chosen.isEmpty()) {
      return refuse(folder + ": no test here; a test is a folder with a file test.yaml in it");
    }
    int failed = 0;
    for (TestFolder test : chosen) {
      try {
        failed += run(test) ? 0 : 1;
      } catch (ConfigException e) {
        return refuse(String.valueOf(e.getMessage()));
      } catch (Trial.Unfit e) {
        return refuse(test.name() + ": " + e.getMessage());
      }
    }
    print("%d of %d tests passed.", chosen.size() - failed, chosen.size());
    if (failed > 0 && !update) {
      print("When what came is right, keep it: wireroom test --update");
    }
    return failed == 0 ? Exit.OK : Exit.KEPT;
  }

  private boolean run(TestFolder test) throws Exception {
    TestFolder.Result result = test.run(config.file(), config.environment(), update);
    boolean passed = result.complaints().isEmpty();
    print("%-6s %s  %s", passed ? "ok" : "FAILED", test.name(), sent(result.sent()));
    for (String complaint : result.complaints()) {
      print("       %s", complaint.replace("\n", System.lineSeparator() + "       "));
    }
    return passed;
  }

  private static String sent(Map<String, Integer> sent) {
    return sent.isEmpty()
        ? "nothing is sent"
        : sent.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  private int refuse(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(why);
    err.flush();
    return Exit.BAD_CONFIG;
  }

  private void print(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(TableText.line(format, values));
    out.flush();
  }
}
