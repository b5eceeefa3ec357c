package io.wireroom.deliver.webhook;

import io.wireroom.hash.Hmac;
import java.nio.charset.StandardCharsets;

/** What Standard Webhooks signs: {@code id.timestamp.body}. */
record SignedContent(String id, String timestamp, byte[] body) {

  /** Everything before the body. */
  byte[] head() {
    return (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
  }

  byte[] hmac(byte[] key) {
    return Hmac.sha256(key, head(), body);
  }
}
