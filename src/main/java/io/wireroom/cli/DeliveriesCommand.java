package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.hub.StateCopy;
import io.wireroom.store.SqlDeliveryLog;
import io.wireroom.store.SqlDeliveryLog.Row;
import io.wireroom.store.SqlDeliveryLog.Wanted;
import io.wireroom.store.StateUnavailable;
import io.wireroom.store.Store;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wireroom deliveries}: looks at what was sent, and has it sent again. Works while the
 * service runs.
 */
@Command(
    name = "deliveries",
    description = "List deliveries, show one with its attempts, or have some sent again.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class DeliveriesCommand {

  private static final String EXITS =
      "Exit codes: 0 done; 1 no such delivery, no state, or a mistake in the config.";

  /** Fewer digits would send what nobody meant. */
  private static final int SHORTEST_ID = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  public DeliveriesCommand() {
    this(Clock.systemUTC());
  }

  DeliveriesCommand(Clock clock) {
    this.clock = clock;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {"List deliveries, newest first.", EXITS})
  int list(
      @Mixin ConfigOption config,
      @Mixin Choice choice,
      @Option(names = "--limit", defaultValue = "50", description = "At most (${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return with(
        config::toRead,
        log -> {
          List<Row> rows = log.list(choice.wanted(List.of()), limit);
          print(json ? DeliveryTables.json(rows) : DeliveryTables.list(rows));
          return Exit.OK;
        });
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {"Show a delivery with every attempt.", EXITS})
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID", description = "Its id, or how the id begins.") String id,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return with(
        config::toRead,
        log -> {
          List<Row> rows = log.list(new Wanted(List.of(id), false, null, null), 2);
          if (rows.size() != 1) {
            err(rows.isEmpty() ? "there is no delivery " + id : id + " begins more than one id");
            return Exit.BAD_CONFIG;
          }
          Row row = rows.get(0);
          print(
              json
                  ? DeliveryTables.json(row, log.attempts(row.id()))
                  : DeliveryTables.show(row, log.attempts(row.id())));
          return Exit.OK;
        });
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = {
        "Have deliveries sent again, under the same ids, so that receivers can tell; their"
            + " destinations, and one that is named, are switched on again.",
        EXITS
      })
  int replay(
      @Mixin ConfigOption config,
      @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids, or how they begin.")
          @Nullable List<String> ids,
      @Mixin Choice choice,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    List<String> named = ids == null ? List.of() : ids;
    if (named.isEmpty() && !choice.made()) {
      throw new ParameterException(
          spec.subcommands().get("replay"),
          "name deliveries by their ids, or say --dead, --since or --destination");
    }
    if (named.stream().anyMatch(id -> id.length() < SHORTEST_ID)) {
      throw new ParameterException(
          spec.subcommands().get("replay"), "give at least " + SHORTEST_ID + " digits of an id");
    }
    return with(
        config::toChange,
        log -> {
          List<Row> rows = log.replay(choice.wanted(named), clock.instant());
          print(json ? DeliveryTables.json(rows) : DeliveryTables.replayed(rows));
          return rows.isEmpty() && !named.isEmpty() ? Exit.BAD_CONFIG : Exit.OK;
        });
  }

  /** Which deliveries are meant. */
  static final class Choice {
    @Option(names = "--dead", description = "Only those that were given up.")
    private boolean dead;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        converter = SinceOption.class,
        description = "Only those since then: 2h or 1d ago, or 2026-03-04T09:30:00Z.")
    private @Nullable Instant since;

    @Option(names = "--destination", paramLabel = "ID", description = "Only those to it.")
    private @Nullable String destination;

    private boolean made() {
      return dead || since != null || destination != null;
    }

    private Wanted wanted(List<String> ids) {
      return new Wanted(ids, dead, since, destination);
    }
  }

  private int with(Supplier<StateCopy> config, ToIntFunction<SqlDeliveryLog> work) {
    Logs.configure(Logs.Level.QUIET);
    try (StateCopy state = config.get();
        Store store = Store.beside(state.config().state().url())) {
      return work.applyAsInt(new SqlDeliveryLog(store));
    } catch (ConfigException | StateUnavailable e) {
      err(e.getMessage());
      return Exit.BAD_CONFIG;
    }
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private void err(@Nullable String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
