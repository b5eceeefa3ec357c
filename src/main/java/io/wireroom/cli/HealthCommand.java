package io.wireroom.cli;

import io.wireroom.hub.WebFetch;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom health}: asks the running service how it is; for containers' health checks. */
@Command(
    name = "health",
    description = "Ask the service on this machine how it is. Exit 0 when it is up, else 1.",
    mixinStandardHelpOptions = true)
public final class HealthCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The service's port (default ${DEFAULT-VALUE}).")
  private int port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    try (WebFetch web = new WebFetch(Home.folder(), Clock.systemUTC())) {
      HttpReply reply = web.get(URI.create("http://127.0.0.1:" + port + "/observe/health"));
      String answer = reply.failure() == null ? reply.text() : reply.detail();
      if (spec != null) {
        spec.commandLine().getOut().println(answer);
      }
      return reply.ok() ? Exit.OK : 1;
    }
  }
}
