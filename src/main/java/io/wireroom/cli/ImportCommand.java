package io.wireroom.cli;

import io.wireroom.config.SourceList;
import io.wireroom.poll.Opml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: takes over the feeds of a feed reader. */
@Command(
    name = "import",
    description = {
      "Makes sources from an OPML file, the list of feeds that feed readers export.",
      "Folders become tags. Prints the YAML to paste, or adds it to a config file."
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The OPML file.")
  private Path opml = Path.of("feeds.opml");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Adds the sources to this config file; all else in it stays as it is.")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      SourceList sources = SourceList.of(config == null ? "" : Files.readString(config));
      int added = add(sources, err);
      if (config == null) {
        spec.commandLine().getOut().print(sources.yaml());
        spec.commandLine().getOut().flush();
      } else if (added > 0) {
        replace(config, sources.text());
      }
      return 0;
    } catch (NoSuchFileException e) {
      err.println("there is no file " + e.getFile());
      return 1;
    } catch (IOException | IllegalArgumentException e) {
      err.println("nothing was imported: " + e.getMessage());
      return 1;
    } finally {
      err.flush();
    }
  }

  private int add(SourceList sources, PrintWriter err) throws IOException {
    int added = 0;
    int known = 0;
    for (Opml.Outline outline : Opml.read(Files.readAllBytes(opml))) {
      switch (sources.add(outline.url(), outline.title(), outline.tags())) {
        case YES -> added++;
        case KNOWN -> known++;
        case BAD_ADDRESS ->
            err.println("left out, it has no http or https address: " + outline.title());
      }
    }
    err.println("sources added: " + added + ", already there: " + known);
    return added;
  }

  /** In one step, so that nobody ever reads half a config; a link stays a link. */
  private static void replace(Path config, String text) throws IOException {
    Path file = config.toRealPath();
    Path next = Files.createTempFile(file.getParent(), "wireroom", ".yaml");
    try {
      Files.copy(
          file, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
