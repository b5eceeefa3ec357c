package io.wireroom.config;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is allowed in a config and still is hardly what somebody wants. */
final class Advice {

  private final HubConfig config;
  private final Report report;

  Advice(HubConfig config, Report report) {
    this.config = config;
    this.report = report;
  }

  void give() {
    if (config.sources().isEmpty()) {
      report.warning("sources", "there are no sources", "nothing will be read");
    }
    if (config.subscriptions().isEmpty()) {
      report.warning("subscriptions", "there are no subscriptions", "nothing will be sent");
    } else {
      destinations();
      sources();
      tags();
      doubles();
    }
    webhooks();
    server();
  }

  private void destinations() {
    Set<String> wanted =
        config.subscriptions().stream().map(SubscriptionConfig::to).collect(Collectors.toSet());
    if (config.notices().to() != null) {
      wanted.add(config.notices().to());
    }
    for (int i = 0; i < config.destinations().size(); i++) {
      String id = config.destinations().get(i).id();
      if (!wanted.contains(id)) {
        report.warning(
            "destinations[" + i + "].id",
            "no subscription sends to \"" + id + "\"",
            "add under subscriptions: - {to: " + id + "}");
      }
    }
  }

  private void sources() {
    for (int i = 0; i < config.sources().size(); i++) {
      SourceConfig source = config.sources().get(i);
      List<SubscriptionConfig.When> open =
          config.subscriptions().stream()
              .map(SubscriptionConfig::when)
              .filter(when -> when.sources().isEmpty() || when.sources().contains(source.id()))
              .toList();
      if (open.isEmpty()) {
        report.warning(
            "sources[" + i + "].id", "no subscription takes \"" + source.id() + "\"", "");
      } else if (open.stream().allMatch(when -> onlyOtherTags(when, source))) {
        report.warning(
            "sources[" + i + "].id",
            "no subscription takes \"" + source.id() + "\" by its tags",
            "only articles that carry a tag of a subscription themselves will be sent");
      }
    }
  }

  private static boolean onlyOtherTags(SubscriptionConfig.When when, SourceConfig source) {
    Set<String> tags = lower(source.tags());
    return !when.tags().isEmpty() && lower(when.tags()).stream().noneMatch(tags::contains);
  }

  private void tags() {
    Set<String> known = new HashSet<>();
    config.sources().forEach(source -> known.addAll(lower(source.tags())));
    for (int i = 0; i < config.subscriptions().size(); i++) {
      List<String> tags = config.subscriptions().get(i).when().tags();
      if (!tags.isEmpty() && lower(tags).stream().noneMatch(known::contains)) {
        report.warning(
            "subscriptions[" + i + "].when.tags",
            "no source has the tag " + String.join(" or ", tags),
            "only articles that carry it themselves will be sent");
      }
    }
  }

  private void doubles() {
    Map<SubscriptionConfig, Integer> seen = new HashMap<>();
    for (int i = 0; i < config.subscriptions().size(); i++) {
      Integer first = seen.putIfAbsent(config.subscriptions().get(i), i);
      if (first != null) {
        report.warning(
            "subscriptions[" + i + "].to",
            "the same as subscriptions[" + first + "]",
            "each brief is sent once all the same");
      }
    }
  }

  private void webhooks() {
    for (int i = 0; i < config.destinations().size(); i++) {
      if (config.destinations().get(i) instanceof WebhookConfig webhook) {
        String path = "destinations[" + i + "].url";
        if (webhook.signingSecrets().isEmpty()) {
          report.warning(path, "requests will not be signed", "give it a secret");
        }
        if (plain(webhook.url())) {
          report.warning(path, "briefs travel unencrypted", "use https");
        }
      }
    }
  }

  private void server() {
    String bind = config.server().bind();
    if (!local(bind) && config.server().token() == null) {
      report.warning(
          "server.bind", "the hub can be reached from outside without a token", "set server.token");
    } else if (config.server().publicUrl() != null && config.server().token() == null) {
      report.warning(
          "server.public-url",
          "the hub can be reached from outside, so without a token its API answers nobody",
          "set server.token, or leave it if the API is not used");
    }
    if (config.server().hub() != null && !config.server().open()) {
      report.warning(
          "server.hub",
          "it is told of nothing: a WebSub hub hands feeds on to whoever asks, and these are not"
              + " open",
          "set server.open to true, or leave it out");
    }
  }

  private static boolean plain(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) && !local(String.valueOf(url.getHost()));
  }

  private static boolean local(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.matches("\\[?::1]?");
  }

  private static Set<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
