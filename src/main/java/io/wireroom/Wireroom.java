package io.wireroom;

import io.wireroom.cli.AuditCommand;
import io.wireroom.cli.BriefCommand;
import io.wireroom.cli.CheckCommand;
import io.wireroom.cli.DeliveriesCommand;
import io.wireroom.cli.DemoCommand;
import io.wireroom.cli.ExportCommand;
import io.wireroom.cli.ExtractCommand;
import io.wireroom.cli.HealthCommand;
import io.wireroom.cli.Home;
import io.wireroom.cli.ImportCommand;
import io.wireroom.cli.ListenCommand;
import io.wireroom.cli.ParseCommand;
import io.wireroom.cli.PreviewCommand;
import io.wireroom.cli.RunCommand;
import io.wireroom.cli.SubscriptionsCommand;
import io.wireroom.cli.VerifyCommand;
import io.wireroom.hub.WebFetch;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
    name = "wireroom",
    description = "A self-hosted news syndication hub.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Wireroom {

  private Wireroom() {}

  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  private static HttpReply fetch(URI address) {
    try (WebFetch web = new WebFetch(Home.folder(), Clock.systemUTC())) {
      return web.get(address);
    }
  }

  private static HttpReply call(HttpCall call) {
    try (WebFetch web = new WebFetch(Home.folder(), Clock.systemUTC())) {
      return web.call(call);
    }
  }

  /** The root with every command. */
  static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Wireroom());
    return root.addSubcommand(new RunCommand())
        .addSubcommand(new CheckCommand())
        .addSubcommand(new PreviewCommand())
        .addSubcommand(
            new DemoCommand(
                config -> root.execute("run", "--once", "--config", config.toString()),
                Clock.systemUTC()))
        .addSubcommand(new ParseCommand(Wireroom::fetch))
        .addSubcommand(new ExtractCommand(Wireroom::fetch))
        .addSubcommand(new BriefCommand())
        .addSubcommand(new VerifyCommand())
        .addSubcommand(new ImportCommand())
        .addSubcommand(new ExportCommand())
        .addSubcommand(new DeliveriesCommand())
        .addSubcommand(new AuditCommand())
        .addSubcommand(new SubscriptionsCommand(Wireroom::call))
        .addSubcommand(new ListenCommand())
        .addSubcommand(new HealthCommand());
  }
}
