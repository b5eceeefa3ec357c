package io.wireroom.deliver.webhook;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a webhook, and what its answer means. Pure and thread-safe.
 *
 * <p>Source: Standard Webhooks 1.0: only a 2xx is success, 410 switches the destination off, 429,
 * 502, 503 and 504 slow it down, and everything else is tried again.
 */
public final class WebhookSender {

  /** Standard Webhooks asks for 15 to 30 seconds. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * @param letter to a {@link WebhookDestination}
   * @throws BadSecret if one of its secrets is none
   */
  public HttpCall write(Letter letter) {
    WebhookDestination webhook = (WebhookDestination) letter.destination();
    WebhookEvent event = WebhookEvent.of(letter, webhook.format());
    String id = letter.delivery().id();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(webhook.headers());
    headers.put("Content-Type", event.contentType());
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(letter.attemptAt().getEpochSecond()));
    if (!webhook.signingSecrets().isEmpty()) {
      WebhookSigner signer = new WebhookSigner(webhook.signingSecrets());
      headers.put("webhook-signature", signer.sign(id, letter.attemptAt(), event.body()));
    }
    return HttpCall.send("POST", webhook.url(), headers, event.body(), TIMEOUT);
  }

  /** What the answer to a letter means. */
  public Outcome read(Letter letter, HttpReply reply) {
    int status = reply.status();
    if (status == 0) {
      Failure failure = reply.failure();
      return Answers.unanswered(letter, reply, failure == null ? Failure.BROKEN : failure);
    }
    // The status is the answer, even when the connection breaks in the middle of its text.
    return Answers.outcome(letter, reply, verdict(status), words(letter, reply), null);
  }

  private static Verdict verdict(int status) {
    return switch (status) {
      case 410 -> Verdict.DESTINATION_OFF;
      case 429, 502, 503, 504 -> Verdict.THROTTLED;
      default -> status >= 200 && status < 300 ? Verdict.DELIVERED : Verdict.RETRY;
    };
  }

  private static String words(Letter letter, HttpReply reply) {
    int status = reply.status();
    String advice =
        switch (status) {
          case 400, 422 -> "it does not take the brief";
          case 401, 403 -> "it does not let us in; check the secret and headers of " + id(letter);
          case 404, 405 -> "nothing takes webhooks there; check the url of " + id(letter);
          case 410 -> "it wants nothing any more; switched off until it is set up anew";
          case 413 ->
              "the brief is too long for it; it should take " + HttpCall.ANSWER_BYTES + " bytes";
          case 429 -> "too many at once";
          case 502, 503, 504 -> "it is overloaded or down";
          default -> status >= 300 && status < 400 ? redirect(letter, reply) : "";
        };
    return "answered " + status + (advice.isEmpty() ? "" : ": " + advice);
  }

  private static String redirect(Letter letter, HttpReply reply) {
    String host = host(reply.header("location"));
    return "it moved"
        + (host == null ? "" : " to " + host)
        + "; redirects are not followed, change the url of "
        + id(letter);
  }

  /** Only the host: the rest of an address may be secret. */
  private static @Nullable String host(@Nullable String location) {
    try {
      return location == null ? null : URI.create(location.strip()).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String id(Letter letter) {
    return "destination " + letter.destination().id();
  }
}
