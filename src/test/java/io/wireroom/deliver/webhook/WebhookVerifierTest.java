package io.wireroom.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

  private static final String SECRET = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final String OTHER = "whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cw==";
  private static final Instant NOW = Instant.parse("2026-03-04T09:30:00Z");
  private static final String BODY = "{\"headline\":\"Six ferries – für alle\"}";

  private final WebhookVerifier verifier =
      new WebhookVerifier(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void believes_a_signature_made_by_the_library_of_the_specification() throws Exception {
    assertThat(verify(signature(SECRET, NOW), NOW, BODY).verified()).isTrue();
  }

  @Test
  void one_of_several_signatures_is_enough_while_secrets_rotate() throws Exception {
    String both = signature(OTHER, NOW) + " v1a,AAAA " + signature(SECRET, NOW);

    assertThat(verify(both, NOW, BODY).verified()).isTrue();
  }

  @Test
  void a_signature_by_another_secret_or_of_another_body_is_not_believed() throws Exception {
    assertThat(verify(signature(OTHER, NOW), NOW, BODY).verified()).isFalse();
    assertThat(verify(signature(SECRET, NOW), NOW, BODY + " ").verified()).isFalse();
    assertThat(verify(signature(SECRET, NOW), NOW.plusSeconds(1), BODY).verified()).isFalse();
  }

  @Test
  void five_minutes_is_how_old_or_early_a_delivery_may_be() throws Exception {
    for (int off : new int[] {-300, 300}) {
      Instant at = NOW.plusSeconds(off);
      assertThat(verify(signature(SECRET, at), at, BODY).verified()).isTrue();
    }
    assertThat(verify(signature(SECRET, NOW.minusSeconds(301)), NOW.minusSeconds(301), BODY))
        .isEqualTo(new WebhookVerifier.Verdict(false, "webhook-timestamp is 301 s in the past"));
    assertThat(verify(signature(SECRET, NOW.plusSeconds(301)), NOW.plusSeconds(301), BODY))
        .isEqualTo(new WebhookVerifier.Verdict(false, "webhook-timestamp is 301 s in the future"));
  }

  @Test
  void says_what_is_missing_or_malformed() {
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

    assertThat(verifier.verify(null, "1", "v1,x", body).reason()).contains("are needed");
    assertThat(verifier.verify("m", "soon", "v1,x", body).reason()).contains("not a number");
    assertThat(verify("v2,x", NOW, BODY).reason()).contains("no v1 signature");
    assertThat(verify("v1,not*base64", NOW, BODY).verified()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2VjcmV0", "whsec_", "whsec_c2hvcnQ=", "whsec_***", "whsk_AAAA", "whpk_AAAA"})
  void a_key_that_is_none_is_refused(String key) {
    assertThatThrownBy(() -> new WebhookVerifier(key, Clock.systemUTC()))
        .isInstanceOf(BadSecret.class);
  }

  private WebhookVerifier.Verdict verify(@Nullable String signatures, Instant at, String body) {
    return verifier.verify(
        "msg_1",
        Long.toString(at.getEpochSecond()),
        signatures,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String secret, Instant at) throws Exception {
    return new Webhook(secret).sign("msg_1", at.getEpochSecond(), BODY);
  }
}
