package io.wireroom.deliver.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Letter;
import java.nio.charset.StandardCharsets;

/**
 * The body of a webhook: the canonical document of a brief in one of two envelopes. The same for
 * every attempt of a delivery, to the byte.
 *
 * <p>Standard Webhooks would have it below 20 kB, which it is even with five takeaways and twelve
 * sentences as long as they may be, in any script. One that is longer is sent whole all the same: a
 * document that was cut would not match its digest.
 */
record WebhookEvent(String contentType, byte[] body) {

  private static final String SCHEMA = "urn:wireroom:schema:brief:1";

  static WebhookEvent of(Letter letter, String format) {
    return switch (format) {
      case "brief" -> event(letter.brief());
      case "cloudevents" -> cloudEvent(letter);
      default -> throw new IllegalArgumentException("no format of a webhook: " + format);
    };
  }

  /** Source: Standard Webhooks 1.0, "Payload structure". The time is that of the event. */
  private static WebhookEvent event(Brief brief) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "brief.published");
    event.put("timestamp", brief.made().at().toString());
    event.set("data", BriefJson.tree(brief));
    return new WebhookEvent("application/json", bytes(event));
  }

  /** Source: CloudEvents 1.0.2, JSON event format 3.1, structured mode of the HTTP binding. */
  private static WebhookEvent cloudEvent(Letter letter) {
    Brief brief = letter.brief();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", letter.delivery().id());
    event.put("source", "urn:wireroom:source:" + brief.origin().sourceId());
    event.put("type", "io.wireroom.brief.published");
    event.put("subject", brief.id());
    event.put("time", brief.made().at().toString());
    event.put("datacontenttype", "application/json");
    event.put("dataschema", SCHEMA);
    event.set("data", BriefJson.tree(brief));
    return new WebhookEvent("application/cloudevents+json; charset=UTF-8", bytes(event));
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
