package io.wireroom.poll.websub;

import io.wireroom.hash.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the header {@code X-Hub-Signature} shows that a body is from who has the secret. Source:
 * W3C WebSub, 7.1: {@code method=hex}, by HMAC with sha1, sha256, sha384 or sha512.
 */
final class HubSignature {

  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HubSignature() {}

  /** Takes the same time whichever byte differs. */
  static boolean matches(@Nullable String header, String secret, byte[] body) {
    int equals = header == null ? -1 : header.indexOf('=');
    if (header == null || equals < 0) {
      return false;
    }
    String method = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
    String hex = header.substring(equals + 1).strip();
    if (method == null || !hex.matches("(?:[0-9a-fA-F]{2}){20,64}")) {
      return false;
    }
    byte[] signed = Hmac.of(method, secret.getBytes(StandardCharsets.UTF_8), body);
    return MessageDigest.isEqual(signed, HexFormat.of().parseHex(hex));
  }
}
