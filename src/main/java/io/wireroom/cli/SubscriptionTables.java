package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.config.SubscriptionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Subscriptions and what was sent to them: tables for people. */
final class SubscriptionTables {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SubscriptionTables() {}

  /** A subscription of the config, in the form that the API gives its own. */
  static ObjectNode configured(String id, SubscriptionConfig subscription) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id).put("origin", "config");
    node.put("to", subscription.to());
    ObjectNode filter = node.putObject("filter");
    SubscriptionConfig.When when = subscription.when();
    put(filter, "tags", when.tags());
    put(filter, "any", when.any());
    put(filter, "all", when.all());
    put(filter, "none", when.none());
    put(filter, "sources", when.sources());
    put(filter, "language", when.language());
    return node;
  }

  private static void put(ObjectNode filter, String name, List<String> words) {
    if (!words.isEmpty()) {
      words.forEach(filter.withArray(name)::add);
    }
  }

  static String list(List<JsonNode> subscriptions) {
    if (subscriptions.isEmpty()) {
      return TableText.line("No subscriptions.");
    }
    int width = 12;
    for (JsonNode each : subscriptions) {
      width = Math.max(width, each.path("id").asText().length());
    }
    String form = "%-" + width + "s  %-6s  %-7s  %s  %s";
    StringBuilder out = new StringBuilder();
    out.append(TableText.line(form, "Subscription", "from", "status", "to", "filter"));
    for (JsonNode each : subscriptions) {
      out.append(
          TableText.line(
              form,
              each.path("id").asText(),
              each.path("origin").asText(),
              each.path("status").asText("-"),
              target(each),
              filter(each)));
    }
    return out.toString();
  }

  private static String target(JsonNode subscription) {
    String to = subscription.path("url").asText(subscription.path("to").asText(""));
    return to.isEmpty() || to.equals("null") ? "(only a feed)" : to;
  }

  private static String filter(JsonNode subscription) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : subscription.path("filter").properties()) {
      List<String> words = new ArrayList<>();
      entry.getValue().forEach(word -> words.add(word.asText()));
      parts.add(entry.getKey() + "=" + String.join(",", words));
    }
    return String.join(" ", parts);
  }

  static String show(JsonNode subscription) {
    StringBuilder out = new StringBuilder();
    out.append(TableText.line("Subscription  %s", subscription.path("id").asText()));
    boolean made = !subscription.path("origin").asText().equals("config");
    out.append(TableText.line("From          %s", made ? "the API" : "the config"));
    out.append(TableText.line("Sends to      %s", target(subscription)));
    String filter = filter(subscription);
    out.append(TableText.line("Filter        %s", filter.isEmpty() ? "every brief" : filter));
    if (made) {
      out.append(TableText.line("Format        %s", subscription.path("format").asText()));
      out.append(TableText.line("Status        %s", subscription.path("status").asText()));
      out.append(TableText.line("Made          %s", subscription.path("createdAt").asText()));
    }
    if (!subscription.path("note").asText().isEmpty()) {
      out.append(TableText.line("Note          %s", subscription.path("note").asText()));
    }
    if (subscription.has("secret")) {
      out.append(TableText.line("Secret        %s", subscription.path("secret").asText()));
      out.append(TableText.line("              It signs the events, and is shown only now."));
    }
    return out.toString();
  }

  static String deliveries(JsonNode deliveries) {
    if (deliveries.isEmpty()) {
      return TableText.line("Nothing was sent to it yet.");
    }
    StringBuilder out = new StringBuilder();
    for (JsonNode each : deliveries) {
      out.append(
          TableText.line(
              "%s  %-9s  %s  %s",
              each.path("id").asText(),
              each.path("state").asText(),
              each.path("createdAt").asText(),
              each.path("articleUrl").asText()));
      for (JsonNode attempt : each.path("attempts")) {
        int status = attempt.path("status").asInt();
        out.append(
            TableText.line(
                "    %s  %-11s %s  %s ms  %s",
                attempt.path("at").asText(),
                attempt.path("verdict").asText(),
                status == 0 ? "  -" : status,
                attempt.path("tookMs").asLong(),
                attempt.path("reason").asText()));
      }
    }
    return out.toString();
  }
}
