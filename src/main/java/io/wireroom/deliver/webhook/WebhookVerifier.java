package io.wireroom.deliver.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a webhook is from whom it should be from, by Standard Webhooks 1.0: the other end
 * of {@link WebhookSigner}, for {@code listen}, {@code demo} and receivers written in Java.
 * Thread-safe.
 */
public final class WebhookVerifier {

  private static final long TOLERANCE_SECONDS = 300;

  private final String version;
  private final Check check;
  private final Clock clock;

  /**
   * @param key {@code whsec_…}, or {@code whpk_…} for ed25519
   * @throws BadSecret if it is neither
   */
  public WebhookVerifier(String key, Clock clock) {
    this.clock = clock;
    if (key.startsWith(WebhookKeys.SHARED)) {
      byte[] secret = WebhookKeys.shared(key);
      version = "v1";
      check = (content, signature) -> MessageDigest.isEqual(content.hmac(secret), signature);
    } else if (key.startsWith(WebhookKeys.PUBLIC)) {
      PublicKey publicKey = WebhookKeys.ed25519Public(key);
      version = "v1a";
      check = (content, signature) -> ed25519(publicKey, content, signature);
    } else {
      throw new BadSecret("a webhook secret begins with whsec_, or with whpk_ for ed25519");
    }
  }

  /** Whether a signature is the key's. */
  private interface Check {
    boolean matches(SignedContent content, byte[] signature);
  }

  /**
   * What was found.
   *
   * @param reason in words, for people; says which check failed
   */
  public record Verdict(boolean verified, String reason) {}

  /**
   * @param id the header {@code webhook-id}; null when it was not sent
   * @param timestamp the header {@code webhook-timestamp}; at most five minutes off
   * @param signatures the header {@code webhook-signature}; one that matches is enough
   * @param body the exact bytes that arrived
   */
  public Verdict verify(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
    if (id == null || timestamp == null || signatures == null) {
      return no("webhook-id, webhook-timestamp and webhook-signature are needed");
    }
    if (!timestamp.matches("\\d{1,12}")) {
      return no("webhook-timestamp is not a number of seconds");
    }
    long off = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (Math.abs(off) > TOLERANCE_SECONDS) {
      return no(
          "webhook-timestamp is " + Math.abs(off) + " s in the " + (off > 0 ? "past" : "future"));
    }
    String prefix = version + ",";
    List<String> ours =
        Arrays.stream(signatures.split(" ", -1)).filter(each -> each.startsWith(prefix)).toList();
    if (ours.isEmpty()) {
      return no("webhook-signature holds no " + version + " signature");
    }
    SignedContent content = new SignedContent(id, timestamp, body);
    return ours.stream().anyMatch(each -> matches(content, each.substring(prefix.length())))
        ? new Verdict(true, "the signature matches")
        : no("the signature is not by this secret, or the body was changed");
  }

  private static Verdict no(String reason) {
    return new Verdict(false, reason);
  }

  private boolean matches(SignedContent content, String base64) {
    try {
      return check.matches(content, Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean ed25519(PublicKey key, SignedContent content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(content.head());
      verifier.update(content.body());
      return verifier.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }
}
