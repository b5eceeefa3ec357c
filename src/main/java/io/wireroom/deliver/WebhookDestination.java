package io.wireroom.deliver;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A webhook by the Standard Webhooks specification.
 *
 * @param signingSecrets {@code whsec_…} or {@code whsk_…}, newest first; more than one while
 *     rotating; none sends unsigned
 * @param headers extra headers, such as an Authorization
 * @param format {@code brief}, the event of Standard Webhooks, or {@code cloudevents}, the brief in
 *     a CloudEvents 1.0 envelope
 */
public record WebhookDestination(
    String id,
    Destination.Lane lane,
    URI url,
    List<String> signingSecrets,
    Map<String, String> headers,
    String format)
    implements Destination {

  public WebhookDestination {
    signingSecrets = List.copyOf(signingSecrets);
    headers = Map.copyOf(headers);
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(signingSecrets);
    headers
        .values()
        .forEach(
            value -> {
              secrets.add(value);
              secrets.add(value.substring(value.indexOf(' ') + 1));
            });
    if (url.getRawQuery() != null) {
      secrets.add(url.getRawQuery());
    }
    return secrets;
  }

  @Override
  public boolean readByPeople() {
    return false;
  }
}
