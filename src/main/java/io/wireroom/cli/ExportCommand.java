package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.config.SourceConfig;
import io.wireroom.poll.Opml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: hands the feeds on to a feed reader. */
@Command(
    name = "export",
    description = "Writes the feeds of the config as OPML, which feed readers import.",
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

  @Mixin private final ConfigOption config;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes to this file, not to the terminal.")
  private @Nullable Path output;

  @Spec private CommandSpec spec = CommandSpec.create();

  public ExportCommand() {
    this(new ConfigOption());
  }

  ExportCommand(ConfigOption config) {
    this.config = config;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<Opml.Outline> feeds =
          config.read().sources().stream()
              .filter(source -> source.kind() == SourceConfig.Kind.FEED)
              .map(ExportCommand::outline)
              .toList();
      String opml = Opml.write("Wireroom", feeds);
      if (output == null) {
        out.print(opml);
      } else {
        Files.writeString(output, opml);
      }
      return 0;
    } catch (ConfigException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private static Opml.Outline outline(SourceConfig source) {
    String title = source.name() == null ? source.id() : source.name();
    return new Opml.Outline(source.url().toString(), title, null, source.tags());
  }
}
