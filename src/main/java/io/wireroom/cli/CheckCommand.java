package io.wireroom.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.ConfigException;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.config.Mistake;
import io.wireroom.hub.ProbeRun;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: names every mistake in the config file at once. */
@Command(
    name = "check",
    description = "Names every mistake in the config file, and what deserves a look.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the config can be used",
      "1:it can't",
      "2:with --probe: a folder or bucket lacks something"
    })
public final class CheckCommand implements Callable<Integer> {

  private static final int OK = 0;
  private static final int BAD_CONFIG = 1;
  private static final int LACKS = 2;

  @Mixin private final ConfigOption config;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Option(
      names = "--probe",
      description =
          "Also asks each folder and bucket what it can do: writes a small object there and removes"
              + " it again.")
  private boolean probe;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CheckCommand() {
    this(new ConfigOption());
  }

  CheckCommand(ConfigOption config) {
    this.config = config;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      ConfigFile.Checked checked = config.check();
      Map<String, List<String>> lacks =
          probe ? ProbeRun.of(checked.config(), Home.folder(), Clock.systemUTC()) : Map.of();
      out.print(json ? json(checked, lacks) : words(checked, lacks));
      return lacks.values().stream().allMatch(List::isEmpty) ? OK : LACKS;
    } catch (ConfigException e) {
      out.print(json ? json(e.mistakes()) : words(e.mistakes()));
      return BAD_CONFIG;
    } finally {
      out.flush();
    }
  }

  private static String words(List<Mistake> mistakes) {
    StringBuilder words = new StringBuilder();
    mistakes.forEach(mistake -> words.append(mistake).append('\n'));
    return words.append(count(mistakes.size(), "mistake")).append('\n').toString();
  }

  private static String words(ConfigFile.Checked checked, Map<String, List<String>> lacks) {
    StringBuilder words = new StringBuilder();
    lacks.forEach(
        (id, list) -> {
          list.forEach(lack -> words.append("destination " + id + ' ' + lack).append('\n'));
          words.append(list.isEmpty() ? "destination " + id + " can do all that is asked\n" : "");
        });
    checked.warnings().forEach(warning -> words.append("warning: ").append(warning).append('\n'));
    HubConfig hub = checked.config();
    words.append("OK: ").append(count(hub.sources().size(), "source"));
    words.append(", ").append(count(hub.destinations().size(), "destination"));
    words.append(", ").append(count(hub.subscriptions().size(), "subscription"));
    if (!checked.warnings().isEmpty()) {
      words.append(", ").append(count(checked.warnings().size(), "warning"));
    }
    return words.append('\n').toString();
  }

  private String json(ConfigFile.Checked checked, Map<String, List<String>> lacks)
      throws JsonProcessingException {
    ObjectNode document = document(true, List.of());
    if (probe) {
      ObjectNode probes = document.putObject("probes");
      lacks.forEach((id, list) -> list.forEach(probes.putArray(id)::add));
    }
    document.put("sources", checked.config().sources().size());
    document.put("destinations", checked.config().destinations().size());
    document.put("subscriptions", checked.config().subscriptions().size());
    add(document.putArray("warnings"), checked.warnings());
    return print(document);
  }

  private String json(List<Mistake> mistakes) throws JsonProcessingException {
    return print(document(false, mistakes));
  }

  private ObjectNode document(boolean ok, List<Mistake> mistakes) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document.put("file", config.file().toString());
    document.put("ok", ok);
    add(document.putArray("mistakes"), mistakes);
    return document;
  }

  private static void add(ArrayNode array, List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      ObjectNode entry = array.addObject();
      entry.put("line", mistake.line());
      entry.put("column", mistake.column());
      entry.put("path", mistake.path());
      entry.put("message", mistake.message());
      entry.put("hint", mistake.hint());
    }
  }

  private static String print(ObjectNode document) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  private static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
