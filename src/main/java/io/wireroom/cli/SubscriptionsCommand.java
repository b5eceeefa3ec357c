package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.ConfigException;
import io.wireroom.config.HubConfig;
import io.wireroom.config.SubscriptionConfig;
import io.wireroom.hub.ConfiguredSubscriptions;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wireroom subscriptions}: what the subscription API does, by the command line. It asks the
 * running hub, so a change takes effect at once, and a callback is asked by the hub itself whether
 * it wants events. The config's subscriptions are listed too.
 */
@Command(
    name = "subscriptions",
    description = {
      "List, make and change subscriptions of a running hub, as its API does.",
      "Exit codes: 0 done; 1 nothing was done, and why; 2 the callback has not proved that it wants"
          + " events."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class SubscriptionsCommand {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Function<HttpCall, HttpReply> transport;

  /**
   * @param transport sends one request
   */
  public SubscriptionsCommand(Function<HttpCall, HttpReply> transport) {
    this.transport = transport;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List those of the config and those made by the API.")
  int list(@Mixin HubOption common) {
    return with(
        common,
        null,
        (hub, config) -> {
          List<JsonNode> all = new ArrayList<>();
          ConfiguredSubscriptions.of(config)
              .forEach((id, each) -> all.add(SubscriptionTables.configured(id, each)));
          JsonNode made = hub.ask("GET", null).path("subscriptions");
          made.forEach(each -> all.add(((ObjectNode) each).put("origin", "api")));
          ArrayNode document = JSON.createArrayNode().addAll(all);
          print(common, document, SubscriptionTables.list(all));
          return Exit.OK;
        });
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Make one. The hub asks the address first whether it wants events.")
  int add(
      @Mixin HubOption common,
      @Parameters(paramLabel = "URL", description = "Where events are sent to.") String url,
      @Mixin FilterOption words,
      @Option(names = "--format", description = "brief (the default) or cloudevents.")
          @Nullable String format,
      @Option(
              names = "--secret",
              paramLabel = "whsec_…",
              description = "Sign with this, in place of a secret that the hub makes.")
          @Nullable String secret) {
    return with(
        common,
        null,
        (hub, config) -> {
          ObjectNode body = JSON.createObjectNode().put("url", url);
          body.set("filter", words.node());
          if (format != null) {
            body.put("format", format);
          }
          if (secret != null) {
            body.put("secret", secret);
          }
          return shown(common, hub.ask("POST", body));
        });
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one.")
  int show(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(
        common,
        null,
        (hub, config) -> {
          SubscriptionConfig own = ConfiguredSubscriptions.of(config).get(id);
          JsonNode node =
              own == null ? hub.ask("GET", null, id) : SubscriptionTables.configured(id, own);
          print(common, node, SubscriptionTables.show(node));
          return Exit.OK;
        });
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Send it nothing for now; what is published meanwhile is not sent later.")
  int pause(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(common, id, (hub, config) -> set(common, hub, id, "paused"));
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Send to it again; one that was switched off is asked first.")
  int resume(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(common, id, (hub, config) -> set(common, hub, id, "active"));
  }

  private int set(HubOption common, HubClient hub, String id, String status)
      throws HubClient.Refused {
    JsonNode after = hub.ask("PATCH", JSON.createObjectNode().put("status", status), id);
    print(common, after, SubscriptionTables.show(after));
    return after.path("status").asText().equals(status) ? Exit.OK : Exit.KEPT;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove one, and give up what waits for it.")
  int remove(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(
        common,
        id,
        (hub, config) -> {
          hub.ask("DELETE", null, id);
          print(common, JSON.createObjectNode().put("removed", id), "Removed " + id + ".\n");
          return Exit.OK;
        });
  }

  @Command(
      name = "ping",
      mixinStandardHelpOptions = true,
      description = "Have the hub ask its address whether it wants events.")
  int ping(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(common, id, (hub, config) -> shown(common, hub.ask("POST", null, id, "ping")));
  }

  private int shown(HubOption common, JsonNode answer) {
    print(common, answer, SubscriptionTables.show(answer));
    return answer.path("verified").asBoolean() ? Exit.OK : Exit.KEPT;
  }

  @Command(
      name = "deliveries",
      mixinStandardHelpOptions = true,
      description = "What was sent to it, newest first, with every attempt.")
  int deliveries(@Mixin HubOption common, @Parameters(paramLabel = "ID") String id) {
    return with(
        common,
        id,
        (hub, config) -> {
          JsonNode sent = hub.ask("GET", null, id, "deliveries").path("deliveries");
          print(common, sent, SubscriptionTables.deliveries(sent));
          return Exit.OK;
        });
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Have one delivery sent again, under the same id.")
  int replay(
      @Mixin HubOption common,
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "DELIVERY") String delivery) {
    return with(
        common,
        id,
        (hub, config) -> {
          JsonNode answer = hub.ask("POST", null, id, "deliveries", delivery, "replay");
          print(common, answer, delivery + " is sent again.\n");
          return Exit.OK;
        });
  }

  /** What a subcommand does. */
  private interface Work {
    int run(HubClient hub, HubConfig config) throws HubClient.Refused;
  }

  /**
   * @param changed id of a subscription that only the API can have; null when any will do
   */
  private int with(HubOption common, @Nullable String changed, Work work) {
    Logs.configure(Logs.Level.QUIET);
    try {
      HubConfig config = common.config().read();
      SubscriptionConfig own =
          changed == null ? null : ConfiguredSubscriptions.of(config).get(changed);
      if (own != null) {
        throw new HubClient.Refused(
            changed
                + " comes from the config: change it in "
                + common.config().file()
                + "; what was sent to it: wireroom deliveries list");
      }
      return work.run(new HubClient(common.hub(), config.server(), transport), config);
    } catch (ConfigException | HubClient.Refused e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return Exit.BAD_CONFIG;
    }
  }

  private void print(HubOption common, JsonNode document, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(common.json() ? document.toPrettyString() + System.lineSeparator() : text);
    out.flush();
  }
}
