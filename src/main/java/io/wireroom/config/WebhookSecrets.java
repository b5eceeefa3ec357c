package io.wireroom.config;

import java.util.Base64;

/** Checks secrets of webhooks. Source: Standard Webhooks 1.0, signature scheme. */
final class WebhookSecrets {

  private WebhookSecrets() {}

  static void check(String text) throws BadValue {
    if (text.startsWith("whsec_")) {
      int length = bytes(text.substring("whsec_".length()));
      if (length < 24 || length > 64) {
        throw new BadValue(
            "has " + length + " bytes after whsec_; it needs 24 to 64", HOW_TO_MAKE_ONE);
      }
    } else if (text.startsWith("whsk_")) {
      int length = bytes(text.substring("whsk_".length()));
      if (length != 32 && length != 64) {
        throw new BadValue("has " + length + " bytes after whsk_; an ed25519 key has 32 or 64", "");
      }
    } else {
      throw new BadValue("does not begin with whsec_ (or whsk_)", HOW_TO_MAKE_ONE);
    }
  }

  private static final String HOW_TO_MAKE_ONE =
      "make one with: echo whsec_$(openssl rand -base64 32)";

  private static int bytes(String base64) throws BadValue {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException e) {
      throw new BadValue("is not base64 after its prefix", HOW_TO_MAKE_ONE);
    }
  }
}
