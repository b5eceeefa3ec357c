package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.SourceStanding;
import io.wireroom.store.SourceStanding.Condition;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wireroom sources}: how each source stands. Works while the service runs. */
@Command(
    name = "sources",
    description = {
      "Shows how each source stands: since when it fails, why, when it is tried next, and whether"
          + " its hub (WebSub) pushes. Works while the service runs.",
      "Exit codes: 0 shown; 1 no state, or a mistake in the config; 2 shown, and some source fails"
          + " or has ended."
    },
    mixinStandardHelpOptions = true)
public final class SourcesCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--failing", description = "Only those that fail or have ended.")
  private boolean failing;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    try (StateCopy state = config.toRead();
        Store store = Store.beside(state.config().state().url())) {
      List<SourceStanding> all = SourceStanding.all(store);
      List<SourceStanding> sick = all.stream().filter(SourcesCommand::sick).toList();
      SourcesTable table = new SourcesTable(failing ? sick : all);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? table.json() : table.text());
      out.flush();
      return sick.isEmpty() ? Exit.OK : Exit.KEPT;
    } catch (ConfigException | StateUnavailable e) {
      return mistake(e.getMessage());
    }
  }

  private int mistake(@Nullable String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(message);
    err.flush();
    return Exit.BAD_CONFIG;
  }

  private static boolean sick(SourceStanding source) {
    return source.condition() == Condition.FAILING || source.condition() == Condition.GONE;
  }
}
