package io.wireroom.deliver.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.ContentJson;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The body of a webhook: the document of what is sent, in one of two envelopes. The same for every
 * attempt of a delivery, to the byte.
 *
 * <p>Standard Webhooks would have it below 20 kB, which a brief is even with five takeaways and
 * twelve sentences as long as they may be, in any script. What is longer, such as a round-up of
 * many briefs, is sent whole all the same: a document that was cut would not match its digest.
 */
record WebhookEvent(String contentType, byte[] body) {

  /**
   * What an event says of itself.
   *
   * @param type such as {@code brief.published}
   * @param at when it happened, which is not when it is sent
   * @param source what it is about, as the end of a URN
   * @param schema of the document, as the end of a URN
   */
  private record Kind(String type, Instant at, String source, String schema) {}

  private static final Content.Form<Kind> KINDS =
      new Content.Form<>() {
        @Override
        public Kind report(Report report) {
          return new Kind(
              report.update() ? "brief.updated" : "brief.published",
              report.brief().made().at(),
              "source:" + report.brief().origin().sourceId(),
              "brief:1");
        }

        @Override
        public Kind roundUp(RoundUp roundUp) {
          String source = "subscription:" + roundUp.subscriptionId();
          return new Kind("digest.published", roundUp.at(), source, "digest:1");
        }

        @Override
        public Kind notice(Notice notice) {
          return new Kind("notice.published", notice.at(), "hub", "notice:1");
        }
      };

  static WebhookEvent of(Letter letter, String format) {
    return switch (format) {
      case "brief" -> event(letter.content());
      case "cloudevents" -> cloudEvent(letter);
      default -> throw new IllegalArgumentException("no format of a webhook: " + format);
    };
  }

  /** Source: Standard Webhooks 1.0, "Payload structure". The time is that of the event. */
  private static WebhookEvent event(Content content) {
    Kind kind = content.in(KINDS);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", kind.type);
    event.put("timestamp", kind.at.toString());
    event.set("data", content.in(new ContentJson()));
    return new WebhookEvent("application/json", bytes(event));
  }

  /** Source: CloudEvents 1.0.2, JSON event format 3.1, structured mode of the HTTP binding. */
  private static WebhookEvent cloudEvent(Letter letter) {
    Content content = letter.content();
    Kind kind = content.in(KINDS);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", letter.delivery().id());
    event.put("source", "urn:wireroom:" + kind.source);
    event.put("type", "io.wireroom." + kind.type);
    event.put("subject", content.id());
    event.put("time", kind.at.toString());
    event.put("datacontenttype", "application/json");
    event.put("dataschema", "urn:wireroom:schema:" + kind.schema);
    event.set("data", content.in(new ContentJson()));
    return new WebhookEvent("application/cloudevents+json; charset=UTF-8", bytes(event));
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
