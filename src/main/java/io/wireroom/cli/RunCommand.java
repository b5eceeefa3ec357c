package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.hub.Hub;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Tally;
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

/** {@code wireroom run}: the hub as a service, or once through. */
@Command(
    name = "run",
    description = {
      "Polls the sources, writes briefs and delivers them: as a service until it is stopped, or"
          + " with --once until nothing is due.",
      "Exit codes of --once: 0 all done; 1 bad config, or no state; 2 something failed and is kept"
          + " for the next run.",
      "The service ends by SIGTERM or Ctrl-C: it takes nothing new, finishes what is in flight"
          + " within 10 seconds, and exits as Java does (143 or 130)."
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--once", description = "Run through once and stop.")
  private boolean once;

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      converter = DurationOption.class,
      description =
          "With --once: stop after this long, such as 10m; what is left is kept. Round-ups that are"
              + " due go out after half of it, even if not all is read.")
  private @Nullable Duration maxDuration;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = DurationOption.class,
      defaultValue = "10s",
      description =
          "With --once: how soon a retry must fall due to be waited for (default"
              + " ${DEFAULT-VALUE}).")
  private Duration patience = Duration.ofSeconds(10);

  @Option(names = "--json", description = "With --once: print the closing table as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "With --once: log every poll, brief and attempt to standard error.")
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Logs.configure(once && !verbose ? Logs.Level.QUIET : Logs.Level.EVENTS);
    try {
      return once ? once() : serve();
    } catch (ConfigException | StateUnavailable e) {
      err().println(e.getMessage());
      return Exit.BAD_CONFIG;
    }
  }

  private int serve() throws Exception {
    try (Hub hub = Hub.service(config.read(), Home.folder(), Clock.systemUTC())) {
      return hub.serve();
    }
  }

  private int once() throws Exception {
    try (StateCopy state = config.toChange();
        Hub hub = Hub.once(state.config(), Home.folder(), Clock.systemUTC())) {
      return tell(hub.runOnce(patience, maxDuration, state::keepUp));
    }
  }

  private int tell(Tally tally) {
    ClosingTable table = new ClosingTable(tally);
    PrintWriter out =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    out.print(json ? table.json() : table.text());
    out.flush();
    return tally.troubled() ? Exit.KEPT : Exit.OK;
  }

  private PrintWriter err() {
    return spec == null ? new PrintWriter(System.err, true) : spec.commandLine().getErr();
  }
}
