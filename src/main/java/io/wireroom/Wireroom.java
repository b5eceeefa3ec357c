package io.wireroom;

import io.wireroom.cli.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
    name = "wireroom",
    description = "A self-hosted news syndication hub.",
    subcommands = {HelpCommand.class, RunCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Wireroom {

  private Wireroom() {}

  public static void main(String... args) {
    System.exit(new CommandLine(new Wireroom()).execute(args));
  }
}
