package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.HubConfig;
import io.wireroom.hub.Plan;
import io.wireroom.store.SqlWaiting;
import io.wireroom.store.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What would be sent: a list for people, JSON for machines. */
final class PlanTable {

  private final Plan plan;
  private final Set<String> destinations = new LinkedHashSet<>();

  PlanTable(Plan plan, HubConfig config) {
    this.plan = plan;
    config.destinations().forEach(each -> destinations.add(each.id()));
    // Those that subscribed by the API.
    plan.owed().forEach(each -> destinations.add(each.destinationId()));
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (String destination : destinations) {
      List<SqlWaiting.Owed> owed = to(destination);
      out.append(
          TableText.line(
              "%s would get %s%s", destination, count(owed.size()), owed.isEmpty() ? "" : ":"));
      for (SqlWaiting.Owed each : owed) {
        boolean waits = each.since().isBefore(plan.at());
        String since = waits ? "  (waits since " + TableText.time(each.since()) + ")" : "";
        out.append(TableText.line("  %s%s", each.headline(), since));
        if (each.url() != null) {
          out.append(TableText.line("    %s  [%s]", each.url(), each.sourceId()));
        }
      }
      for (SqlWaiting.Gathering each : plan.gathering()) {
        if (each.destinationId().equals(destination)) {
          out.append(
              TableText.line(
                  "  %s in the round-up of %s  [%s]",
                  each.briefs() == 1 ? "1 article" : each.briefs() + " articles",
                  TableText.time(each.next()),
                  each.subscriptionId()));
        }
      }
    }
    for (Tally.ItemRow item : plan.tally().items()) {
      out.append(TableText.line("- %s: %s", item.link(), item.outcome()));
    }
    for (Tally.SourceRow source : plan.tally().sources()) {
      if (!source.note().isEmpty()) {
        out.append(TableText.line("! source %s", source.note()));
      }
    }
    return out.append(TableText.line("Nothing was sent, and the state is as it was.")).toString();
  }

  private static String count(int messages) {
    return messages == 0 ? "nothing" : messages == 1 ? "1 message" : messages + " messages";
  }

  private List<SqlWaiting.Owed> to(String destination) {
    return plan.owed().stream().filter(each -> each.destinationId().equals(destination)).toList();
  }

  String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode deliveries = root.putArray("deliveries");
    for (SqlWaiting.Owed each : plan.owed()) {
      deliveries
          .addObject()
          .put("id", each.id())
          .put("destination", each.destinationId())
          .put("subscription", each.subscriptionId())
          .put("headline", each.headline())
          .put("url", each.url())
          .put("source", each.sourceId())
          .put("since", each.since().toString());
    }
    ArrayNode gathering = root.putArray("roundUps");
    for (SqlWaiting.Gathering each : plan.gathering()) {
      gathering
          .addObject()
          .put("destination", each.destinationId())
          .put("subscription", each.subscriptionId())
          .put("briefs", each.briefs())
          .put("next", each.next().toString());
    }
    ArrayNode left = root.putArray("notSent");
    for (Tally.ItemRow item : plan.tally().items()) {
      left.addObject()
          .put("source", item.sourceId())
          .put("url", item.link())
          .put("why", item.outcome());
    }
    ArrayNode sources = root.putArray("sources");
    for (Tally.SourceRow source : plan.tally().sources()) {
      sources
          .addObject()
          .put("id", source.id())
          .put("new", source.fresh())
          .put("failure", source.note().isEmpty() ? null : source.note());
    }
    return root.toPrettyString() + System.lineSeparator();
  }
}
