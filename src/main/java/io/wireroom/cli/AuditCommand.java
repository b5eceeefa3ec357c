package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.ConfigException;
import io.wireroom.hub.AuditRun;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.Audit;
import io.wireroom.store.StateUnavailable;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom audit}: every delivery against every brief. Works while the service runs. */
@Command(
    name = "audit",
    description =
        "Compare every brief and subscription with what was delivered: lost, dead, doubled, perhaps"
            + " doubled, pending; and, for folders and buckets, with what lies there: lost,"
            + " altered, foreign.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is lost, altered, dead or doubled",
      "1:there is no state, or a mistake in the config",
      "2:something is, or a folder or bucket could not be looked into"
    })
public final class AuditCommand implements Callable<Integer> {

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(
      names = "--no-buckets",
      description =
          "Ask no bucket. Otherwise each folder of a bucket in which something should lie is"
              + " listed, a thousand objects a request.")
  private boolean noBuckets;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  public AuditCommand() {
    this(Clock.systemUTC());
  }

  AuditCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    try (StateCopy state = config.toRead()) {
      Audit audit = AuditRun.of(state.config(), Home.folder(), !noBuckets, clock);
      print(spec.commandLine().getOut(), json ? json(audit) : text(audit));
      return audit.troubled() ? Exit.KEPT : Exit.OK;
    } catch (ConfigException | StateUnavailable e) {
      print(spec.commandLine().getErr(), e.getMessage() + System.lineSeparator());
      return Exit.BAD_CONFIG;
    }
  }

  private static String text(Audit audit) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%d briefs, %d deliveries owed: %d arrived",
            audit.briefs(),
            audit.owed(),
            audit.delivered()));
    for (Audit.Kind kind : Audit.Kind.values()) {
      out.append(", ").append(audit.count(kind)).append(' ').append(word(kind));
    }
    out.append('.').append(System.lineSeparator());
    for (Audit.Finding each : audit.findings()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-9s  %s  %s  %s  %s%n",
              word(each.kind()),
              each.deliveryId(),
              each.destinationId(),
              each.url(),
              each.note()));
    }
    return out.toString();
  }

  private static String json(Audit audit) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("briefs", audit.briefs()).put("owed", audit.owed());
    root.put("arrived", audit.delivered()).put("troubled", audit.troubled());
    for (Audit.Finding each : audit.findings()) {
      root.withArray("findings")
          .addObject()
          .put("kind", word(each.kind()))
          .put("delivery", each.deliveryId())
          .put("destination", each.destinationId())
          .put("brief", each.briefId())
          .put("article", each.url())
          .put("note", each.note());
    }
    return root.toPrettyString() + System.lineSeparator();
  }

  private static String word(Audit.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void print(PrintWriter to, @Nullable String text) {
    to.print(text);
    to.flush();
  }
}
