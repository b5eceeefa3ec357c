package io.wireroom.hash;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by a shared secret. Source: RFC 2104. */
public final class Hmac {

  private Hmac() {}

  /**
   * HMAC with SHA-256 of parts that follow each other.
   *
   * @throws IllegalArgumentException if the key is empty
   */
  public static byte[] sha256(byte[] key, byte[]... parts) {
    return of("HmacSHA256", key, parts);
  }

  /**
   * HMAC of parts that follow each other.
   *
   * @param algorithm {@code HmacSHA1} or {@code HmacSHA256}, or with another of the SHA-2 family
   * @throws IllegalArgumentException if the key is empty
   */
  public static byte[] of(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
