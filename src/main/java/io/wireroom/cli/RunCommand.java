package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.hub.Hub;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Tally;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom run}: the hub as a service, or once through. */
@Command(
    name = "run",
    description = {
      "Polls the sources, writes briefs, delivers them: as a service until it is stopped, or with"
          + " --once until nothing is due.",
      "Exit codes of --once: 0 all done, 1 bad config or no state, 2 something failed and is kept"
          + " for the next run."
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

  static final int OK = 0;
  static final int BAD_CONFIG = 1;
  static final int KEPT = 2;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The config file; ${DEFAULT-VALUE} when not given.",
      defaultValue = "config/wireroom.yaml")
  private Path config = Path.of("config/wireroom.yaml");

  @Option(names = "--once", description = "Run through once and stop.")
  private boolean once;

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      description = "With --once: stop after this long, such as 10m; what is left is kept.")
  private @Nullable String maxDuration;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description =
          "With --once: wait for retries that fall due this soon; ${DEFAULT-VALUE} by default.",
      defaultValue = "10s")
  private String patience = "10s";

  @Option(names = "--json", description = "With --once: print the closing table as JSON.")
  private boolean json;

  @Option(names = {"-v", "--verbose"}, description = "With --once: log each step, as the service does.")
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return 0;
  }
}
