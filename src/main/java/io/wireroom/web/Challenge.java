package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.deliver.webhook.WebhookSigner;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The question by which a callback proves that it wants events: it must say the challenge back. So
 * nobody can have the hub send to an address that is not theirs to name.
 *
 * @param text unguessable; without quotes or backslashes, so that it is the same in any JSON
 */
record Challenge(String id, String text) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A signed event like any other, of the type {@code subscription.challenge}. */
  HttpCall call(Subscriber subscriber, Instant at) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "subscription.challenge");
    event.put("timestamp", at.toString());
    event.putObject("data").put("subscription", subscriber.id()).put("challenge", text);
    byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
    String signature = new WebhookSigner(List.of(subscriber.secret())).sign(id, at, body);
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(at.getEpochSecond()),
            "webhook-signature",
            signature);
    return HttpCall.send("POST", subscriber.url(), headers, body, TIMEOUT);
  }

  /**
   * @return what the answer lacks, and what to do; empty when it proves what it should
   */
  String objection(HttpReply reply) {
    String again = "; POST to its ping when that is mended";
    if (reply.failure() != null) {
      return "the callback did not answer the challenge: " + reply.detail() + again;
    }
    if (!reply.ok()) {
      return "the callback answered the challenge with "
          + reply.status()
          + ", not with 2xx and data.challenge in the body"
          + again;
    }
    return reply.text().contains(text)
        ? ""
        : "the callback's answer does not say data.challenge back" + again;
  }
}
