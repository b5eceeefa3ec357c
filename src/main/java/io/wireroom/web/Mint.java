package io.wireroom.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes what nobody may guess: the ids, secrets and challenges of subscriptions. Thread-safe. */
final class Mint {

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random;

  Mint(SecureRandom random) {
    this.random = random;
  }

  String id() {
    return "sub_" + HEX.formatHex(bytes(ID_BYTES));
  }

  /** As Standard Webhooks writes a symmetric one. */
  String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(SECRET_BYTES));
  }

  Challenge challenge() {
    return new Challenge(
        "ping_" + HEX.formatHex(bytes(ID_BYTES)), HEX.formatHex(bytes(SECRET_BYTES)));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
