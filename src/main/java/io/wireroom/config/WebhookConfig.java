package io.wireroom.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address that gets every brief as a signed POST. */
@Kind(
    value = "webhook",
    doc = "An address that gets every brief as a POST, signed by the Standard Webhooks rules.")
@Rule(
    when = "secret",
    excludes = "secrets",
    because = "while rotating, list both under `secrets`, newest first")
public record WebhookConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "crm",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Where it is.",
            example = "https://crm.example.com/hooks/news",
            format = Format.HTTP_URL)
        URI url,
    @Option(
            value = "What requests are signed with; unsigned when not given.",
            example = "${CRM_WEBHOOK_SECRET}",
            format = Format.WEBHOOK_SECRET)
        @Nullable Secret secret,
    @Option(
            value =
                "Several secrets while rotating, newest first; requests carry a signature each.",
            example = "[\"${NEW_SECRET}\", \"${OLD_SECRET}\"]",
            format = Format.WEBHOOK_SECRET)
        List<Secret> secrets,
    @Option(
            value = "Extra headers of its requests.",
            example = "{Authorization: \"Bearer ${CRM_TOKEN}\"}",
            format = Format.HEADER_VALUE)
        Map<String, Secret> headers,
    @Option(
            value = "The body: the brief itself, or the brief in a CloudEvents 1.0 envelope.",
            def = "brief")
        Body format,
    @Option(value = "Requests at most.", example = "20/s") @Nullable Rate rate,
    @Option(value = "Requests on their way at once.", def = "4", min = 1, max = 100)
        int concurrency)
    implements DestinationConfig {

  public WebhookConfig {
    secrets = List.copyOf(secrets);
    headers = Map.copyOf(headers);
  }

  /** What the body of a request is. */
  public enum Body {
    BRIEF,
    CLOUDEVENTS
  }

  /** The secrets to sign with, newest first, however many the file gives. */
  public List<Secret> signingSecrets() {
    return secret == null ? secrets : List.of(secret);
  }
}
