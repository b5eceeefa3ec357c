package io.wireroom.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256, by which ids and validators are made: the same for the same content on every machine.
 */
public final class Sha256 {

  private Sha256() {}

  /** The 32 bytes of the hash. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes of the hash of a text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole hash of a text in UTF-8, as 64 lower-case hex digits. */
  public static String hexOf(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** The whole hash, as 64 lower-case hex digits. */
  public static String hexOf(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /**
   * The beginning of a hash, in lower-case hex digits, two to a byte.
   *
   * @param count of bytes, at most 32
   */
  public static String hex(byte[] hash, int count) {
    return HexFormat.of().formatHex(hash, 0, count);
  }
}
