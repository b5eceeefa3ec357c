package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.config.HubConfig;
import io.wireroom.hub.Plan;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.StateUnavailable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom plan}: what {@code run --once} would send, sending nothing. */
@Command(
    name = "plan",
    description = {
      "Tell what a run would send now, sending nothing: the sources are read, the briefs are"
          + " written by the local engine, and the state stays as it is. Works while the service"
          + " runs.",
      "Exit codes: 0 all could be read; 1 bad config, or no access to the state; 2 some source or"
          + " article could not be read."
    },
    mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      converter = DurationOption.class,
      description = "Stop reading after this long, such as 2m.")
  private @Nullable Duration maxDuration;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Logs.configure(Logs.Level.QUIET);
    try (StateCopy state = config.toRead()) {
      HubConfig read = state.config();
      Plan plan = Plan.of(read, Home.folder(), Clock.systemUTC(), maxDuration);
      PlanTable table = new PlanTable(plan, read);
      print(spec.commandLine().getOut(), json ? table.json() : table.text());
      return plan.troubled() ? Exit.KEPT : Exit.OK;
    } catch (ConfigException | StateUnavailable e) {
      print(spec.commandLine().getErr(), e.getMessage() + System.lineSeparator());
      return Exit.BAD_CONFIG;
    }
  }

  private static void print(PrintWriter to, @Nullable String text) {
    to.print(text);
    to.flush();
  }
}
