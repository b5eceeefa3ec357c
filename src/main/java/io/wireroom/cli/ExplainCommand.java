package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.ConfigException;
import io.wireroom.hub.Explanation;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.StateUnavailable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wireroom explain}: why an article came, or did not. Works while the service runs. */
@Command(
    name = "explain",
    description = "Tell why an article was or was not delivered, step by step.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the article is known",
      "1:there is no state, or a mistake in the config",
      "2:no source listed the article"
    })
public final class ExplainCommand implements Callable<Integer> {

  @Mixin private final ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "URL",
      description = "The article's address, as in its feed or as the page itself gives it.")
  private String address = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    try (StateCopy state = config.toRead()) {
      Explanation explanation = Explanation.of(state.config(), address);
      print(spec.commandLine().getOut(), json ? json(explanation) : text(explanation));
      return explanation.known() ? Exit.OK : Exit.KEPT;
    } catch (ConfigException | StateUnavailable e) {
      print(spec.commandLine().getErr(), e.getMessage() + System.lineSeparator());
      return Exit.BAD_CONFIG;
    }
  }

  private static String text(Explanation explanation) {
    StringBuilder out = new StringBuilder();
    for (Explanation.Step step : explanation.steps()) {
      out.append(
          String.format(Locale.ROOT, "%-8s %s  %s%n", step.stage(), step.about(), step.says()));
    }
    return out.toString();
  }

  private String json(Explanation explanation) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("address", address).put("known", explanation.known());
    root.putArray("steps");
    for (Explanation.Step step : explanation.steps()) {
      root.withArray("steps")
          .addObject()
          .put("stage", step.stage())
          .put("about", step.about())
          .put("says", step.says());
    }
    return root.toPrettyString() + System.lineSeparator();
  }

  private static void print(PrintWriter to, @Nullable String text) {
    to.print(text);
    to.flush();
  }
}
