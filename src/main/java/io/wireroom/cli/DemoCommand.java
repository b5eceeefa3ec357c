package io.wireroom.cli;

import io.wireroom.demo.DemoConfig;
import io.wireroom.demo.DemoReport;
import io.wireroom.demo.DemoStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wireroom demo}: shows the whole way from feeds to receivers without an account. */
@Command(
    name = "demo",
    description =
        "Show the whole way on this machine: a small news site, a Slack-shaped receiver, a bucket"
            + " and a webhook receiver, all on loopback. No account, no internet.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  /** When the hub answers so, nothing ran, and there is nothing to look at. */
  private static final int BAD_CONFIG = 1;

  private final OnceRunner hub;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Keep config, state and objects here; a new temporary folder by default.")
  private @Nullable Path dir;

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Use this port and the next four; free ones by default.")
  private int portBase;

  @Option(
      names = "--stay",
      negatable = true,
      description =
          "Keep the pages up until Ctrl-C; --no-stay ends after the run. By default, stay when"
              + " started from a terminal.")
  private @Nullable Boolean stay;

  /**
   * @param hub runs the hub on the demo's config; it may print its own table
   */
  public DemoCommand(OnceRunner hub, Clock clock) {
    this.hub = hub;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (portBase < 0 || portBase > 65_531) {
      throw new ParameterException(spec.commandLine(), "--port-base: 0 to 65531, not " + portBase);
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = folder();
    try (DemoStage stage = stage(folder)) {
      Path config = DemoConfig.write(folder, stage);
      out.println("Wireroom demo: four publishers, three receivers, all on this machine.");
      out.println();
      out.println("$ wireroom run --once --config " + config);
      out.flush();
      int code = hub.runOnce(config);
      report(out, stage, folder);
      if (code != BAD_CONFIG && (stay == null ? Terminal.attached() : stay)) {
        out.println();
        out.println("The pages stay up. Press Ctrl-C to end.");
        out.flush();
        new CountDownLatch(1).await();
      }
      out.flush();
      return code;
    }
  }

  private DemoStage stage(Path folder) {
    try {
      return new DemoStage(folder, portBase, clock);
    } catch (UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void report(PrintWriter out, DemoStage stage, Path folder) {
    DemoReport report = new DemoReport(stage);
    out.println();
    if (report.anything()) {
      out.println("What arrived, and where:");
      out.println(report.table());
      out.println(report.refusals());
      out.println();
      out.println("One of the briefs, as it lies in the bucket:");
      out.println();
      report.brief().lines().forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
    } else {
      out.println("Nothing arrived: this folder's state says that all of it was delivered before.");
    }
    out.println();
    out.println("Look at     " + stage.address());
    out.println("  newsstand " + stage.site().address());
    out.println("  Slack     " + stage.slack().address());
    out.println("  bucket    " + stage.bucket().address() + "  (files in " + folder + ")");
    out.println("  webhooks  " + stage.desk().address());
  }

  private Path folder() {
    try {
      Path chosen = dir;
      return chosen == null
          ? Files.createTempDirectory("wireroom-demo-")
          : Files.createDirectories(chosen.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new UncheckedIOException("can't use the folder " + dir, e);
    }
  }
}
