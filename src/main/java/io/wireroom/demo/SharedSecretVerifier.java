package io.wireroom.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the symmetric scheme of Standard Webhooks 1.0: {@code v1}, HMAC-SHA256 over {@code
 * id.timestamp.body}, a timestamp at most five minutes off.
 */
public final class SharedSecretVerifier implements Verifier {

  private static final String PREFIX = "whsec_";
  private static final long TOLERANCE_SECONDS = 300;

  private final byte[] key;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException unless the secret is {@code whsec_} and 24 to 64 bytes in
   *     base64; the message does not repeat it
   */
  public SharedSecretVerifier(String secret, Clock clock) {
    this.key = decode(secret);
    this.clock = clock;
  }

  @Override
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
    byte[] expected = sign(id + "." + timestamp + ".", body);
    List<String> ours =
        Arrays.stream(signatures.split(" ", -1)).filter(each -> each.startsWith("v1,")).toList();
    if (ours.isEmpty()) {
      return no("webhook-signature holds no v1 signature");
    }
    boolean matches =
        ours.stream().anyMatch(each -> same(each.substring("v1,".length()), expected));
    return matches
        ? new Verdict(true, "the signature matches")
        : no("the signature is not by this secret, or the body was changed");
  }

  private static Verdict no(String reason) {
    return new Verdict(false, reason);
  }

  private static boolean same(String signature, byte[] expected) {
    try {
      return MessageDigest.isEqual(Base64.getDecoder().decode(signature), expected);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private byte[] sign(String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decode(String secret) {
    String rule = "a webhook secret is whsec_ followed by 24 to 64 bytes in base64";
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException(rule);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(rule, e);
    }
    if (bytes.length < 24 || bytes.length > 64) {
      throw new IllegalArgumentException(rule + "; this one has " + bytes.length);
    }
    return bytes;
  }
}
