package io.wireroom.deliver.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Standard Webhooks signs: {@code id.timestamp.body}. */
record SignedContent(String id, String timestamp, byte[] body) {

  /** Everything before the body. */
  byte[] head() {
    return (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
  }

  byte[] hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head());
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
