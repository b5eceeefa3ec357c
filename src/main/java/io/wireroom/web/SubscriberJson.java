package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Subscriptions as the API shows them; never with their secret. */
final class SubscriberJson {

  private SubscriberJson() {}

  static ObjectNode of(Subscriber subscriber) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", subscriber.id());
    node.put("url", subscriber.url().toString());
    node.set("filter", wish(subscriber.wish()));
    node.put("format", subscriber.format().word());
    node.put("status", subscriber.status().word());
    node.put("note", subscriber.note());
    node.put("createdAt", subscriber.createdAt().toString());
    return node;
  }

  private static ObjectNode wish(Wish wish) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "tags", wish.tags());
    put(node, "any", wish.any());
    put(node, "all", wish.all());
    put(node, "none", wish.none());
    put(node, "sources", wish.sources());
    put(node, "language", wish.language());
    return node;
  }

  private static void put(ObjectNode node, String name, List<String> words) {
    if (!words.isEmpty()) {
      words.forEach(node.withArray(name)::add);
    }
  }

  static ObjectNode sent(Subscriber.Sent sent) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", sent.id());
    node.put("briefId", sent.briefId());
    node.put("articleUrl", sent.url());
    node.put("state", sent.state());
    node.put("createdAt", sent.createdAt().toString());
    node.put("nextAttemptAt", sent.state().equals("pending") ? sent.due().toString() : null);
    node.put("note", sent.note());
    for (Subscriber.Attempt attempt : sent.attempts()) {
      ObjectNode each = node.withArray("attempts").addObject();
      each.put("at", attempt.at().toString());
      each.put("tookMs", attempt.tookMs());
      each.put("verdict", attempt.verdict().toLowerCase(Locale.ROOT));
      each.put("status", attempt.status());
      each.put("reason", attempt.reason());
      each.put("answer", attempt.answer());
    }
    return node;
  }
}
