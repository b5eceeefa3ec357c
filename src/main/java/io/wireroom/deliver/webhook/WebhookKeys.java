package io.wireroom.deliver.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Decodes the keys of Standard Webhooks: {@code whsec_} (shared, 24 to 64 bytes), {@code whsk_} and
 * {@code whpk_} (ed25519, private and public), each followed by base64.
 */
final class WebhookKeys {

  static final String SHARED = "whsec_";
  static final String PRIVATE = "whsk_";
  static final String PUBLIC = "whpk_";

  private static final int SHARED_LEAST = 24;
  private static final int SHARED_MOST = 64;
  private static final int ED25519_BYTES = 32;

  /** What DER puts before the 32 bytes of an ed25519 key. Source: RFC 8410, 4 and 7. */
  private static final byte[] PKCS8_HEAD =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private WebhookKeys() {}

  static byte[] shared(String secret) {
    byte[] bytes = decode(secret, SHARED);
    if (bytes.length < SHARED_LEAST || bytes.length > SHARED_MOST) {
      throw new BadSecret(
          "a webhook secret is whsec_ and 24 to 64 bytes in base64; this one has " + bytes.length);
    }
    return bytes;
  }

  /** Takes the 32 bytes of the seed, or the 64 of the seed and the public key, as libraries do. */
  static PrivateKey ed25519Private(String secret) {
    byte[] bytes = decode(secret, PRIVATE);
    if (bytes.length != ED25519_BYTES && bytes.length != 2 * ED25519_BYTES) {
      throw new BadSecret(
          "a webhook signing key is whsk_ and 32 or 64 bytes in base64; this one has "
              + bytes.length);
    }
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(
              new PKCS8EncodedKeySpec(join(PKCS8_HEAD, Arrays.copyOf(bytes, ED25519_BYTES))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  static PublicKey ed25519Public(String key) {
    byte[] bytes = decode(key, PUBLIC);
    if (bytes.length != ED25519_BYTES) {
      throw new BadSecret(
          "a webhook public key is whpk_ and 32 bytes in base64; this one has " + bytes.length);
    }
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(join(X509_HEAD, bytes)));
    } catch (GeneralSecurityException e) {
      throw new BadSecret("a webhook public key is a point of ed25519; this one is none");
    }
  }

  private static byte[] decode(String key, String prefix) {
    try {
      return Base64.getDecoder().decode(key.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      throw new BadSecret("what follows " + prefix + " is not base64");
    }
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
