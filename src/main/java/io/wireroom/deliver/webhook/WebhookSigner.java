package io.wireroom.deliver.webhook;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs webhooks so that a receiver can tell that they are ours and fresh. Thread-safe.
 *
 * <p>Source: Standard Webhooks 1.0, "Signature scheme": {@code v1} is HMAC-SHA256 by a {@code
 * whsec_} secret, {@code v1a} ed25519 by a {@code whsk_} key, both over {@code id.timestamp.body}.
 * With several secrets a request carries a signature by each, so that a receiver may change over
 * whenever it likes.
 */
public final class WebhookSigner {

  private final List<Scheme> schemes;

  /**
   * @param secrets newest first
   * @throws BadSecret if one of them is none
   */
  public WebhookSigner(List<String> secrets) {
    schemes = secrets.stream().map(WebhookSigner::scheme).toList();
  }

  /** One way to sign, with its key. */
  private interface Scheme {
    String sign(SignedContent content);
  }

  /**
   * The header {@code webhook-signature}: a signature by each secret, separated by spaces.
   *
   * @param id the header {@code webhook-id}; without a dot, or it could be shifted into the time
   * @param at the header {@code webhook-timestamp}, in whole seconds
   * @param body the exact bytes sent
   */
  public String sign(String id, Instant at, byte[] body) {
    if (id.contains(".")) {
      throw new IllegalArgumentException("a webhook-id has no dot, and this one does: " + id);
    }
    SignedContent content = new SignedContent(id, Long.toString(at.getEpochSecond()), body);
    return schemes.stream().map(scheme -> scheme.sign(content)).collect(Collectors.joining(" "));
  }

  private static Scheme scheme(String secret) {
    if (secret.startsWith(WebhookKeys.SHARED)) {
      byte[] key = WebhookKeys.shared(secret);
      return content -> "v1," + base64(content.hmac(key));
    } else if (secret.startsWith(WebhookKeys.PRIVATE)) {
      PrivateKey key = WebhookKeys.ed25519Private(secret);
      return content -> "v1a," + base64(ed25519(key, content));
    }
    throw new BadSecret("a webhook secret begins with whsec_, or with whsk_ for ed25519");
  }

  private static byte[] ed25519(PrivateKey key, SignedContent content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(content.head());
      signature.update(content.body());
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
