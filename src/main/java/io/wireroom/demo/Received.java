package io.wireroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.deliver.webhook.WebhookVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A webhook as it arrived.
 *
 * @param id the header {@code webhook-id}; empty when it was not sent
 * @param verdict whether the signature is right, and why not
 * @param again whether the same id was verified before: a sender's retry, or a doubled delivery
 * @param body the exact bytes
 */
public record Received(
    Instant at,
    String path,
    String id,
    WebhookVerifier.Verdict verdict,
    boolean again,
    byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The parts of a brief that a receiver shows. */
  public record Headline(String headline, List<String> takeaways) {}

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The briefs in the body, wherever they are: at the top, in an envelope's {@code data}, or in a
   * digest's list. Empty when it is not JSON or holds none.
   */
  public List<Headline> briefs() {
    List<Headline> briefs = new ArrayList<>();
    try {
      for (JsonNode brief : JSON.readTree(body).findParents("headline")) {
        List<String> takeaways = new ArrayList<>();
        for (JsonNode takeaway : brief.path("takeaways")) {
          takeaways.add(takeaway.isTextual() ? takeaway.asText() : takeaway.path("text").asText());
        }
        briefs.add(new Headline(brief.path("headline").asText(), takeaways));
      }
    } catch (IOException notJson) {
      return List.of();
    }
    return briefs;
  }
}
