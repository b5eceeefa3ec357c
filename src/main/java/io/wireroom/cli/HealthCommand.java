package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.hub.WebFetch;
import io.wireroom.net.HttpReply;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom health}: asks the running service how it is; for containers' health checks. */
@Command(
    name = "health",
    description = "Ask the running service how it is. Exit 0 when it is up, else 1.",
    mixinStandardHelpOptions = true)
public final class HealthCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--hub",
      paramLabel = "URL",
      description = "Where the hub is (default: where the config has it listen).")
  private @Nullable URI hub;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    PrintWriter out = spec.commandLine().getOut();
    try (WebFetch web = new WebFetch(Home.folder(), Clock.systemUTC())) {
      String base = HubClient.base(hub, config.read().server());
      HttpReply reply = web.get(URI.create(base + "/observe/health"));
      out.println(reply.failure() == null ? reply.text() : base + ": " + reply.detail());
      return reply.ok() ? Exit.OK : 1;
    } catch (ConfigException e) {
      out.println(e.getMessage());
      return Exit.BAD_CONFIG;
    }
  }
}
