package io.wireroom;

import io.wireroom.cli.AuditCommand;
import io.wireroom.cli.BriefCommand;
import io.wireroom.cli.CheckCommand;
import io.wireroom.cli.DeliveriesCommand;
import io.wireroom.cli.DemoCommand;
import io.wireroom.cli.ExplainCommand;
import io.wireroom.cli.ExportCommand;
import io.wireroom.cli.ExtractCommand;
import io.wireroom.cli.HealthCommand;
import io.wireroom.cli.Home;
import io.wireroom.cli.ImportCommand;
import io.wireroom.cli.ListenCommand;
import io.wireroom.cli.ParseCommand;
import io.wireroom.cli.PlanCommand;
import io.wireroom.cli.PreviewCommand;
import io.wireroom.cli.RunCommand;
import io.wireroom.cli.SourcesCommand;
import io.wireroom.cli.SubscriptionsCommand;
import io.wireroom.cli.TestCommand;
import io.wireroom.cli.VerifyCommand;
import io.wireroom.hub.WebFetch;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    System.exit(commandLine(args).execute(args));
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

  /** The commands by name, each made when it is asked for: every one costs a start-up time. */
  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("test", TestCommand::new);
    commands.put("preview", PreviewCommand::new);
    commands.put("demo", () -> new DemoCommand(Wireroom::runOnce, Clock.systemUTC()));
    commands.put("parse", () -> new ParseCommand(Wireroom::fetch));
    commands.put("extract", () -> new ExtractCommand(Wireroom::fetch));
    commands.put("brief", BriefCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("sources", SourcesCommand::new);
    commands.put("deliveries", DeliveriesCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("subscriptions", () -> new SubscriptionsCommand(Wireroom::call));
    commands.put("listen", ListenCommand::new);
    commands.put("health", HealthCommand::new);
    return commands;
  }

  private static int runOnce(Path config) {
    return commandLine("run").execute("run", "--once", "--config", config.toString());
  }

  /**
   * The root with the command that is asked for; with all, when none is, or one that isn't known.
   */
  static CommandLine commandLine(String... args) {
    CommandLine root = new CommandLine(new Wireroom());
    Map<String, Supplier<Object>> commands = commands();
    Supplier<Object> asked = args.length == 0 ? null : commands.get(args[0]);
    if (asked != null) {
      return root.addSubcommand(args[0], asked.get());
    }
    commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
    return root;
  }
}
