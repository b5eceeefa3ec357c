package io.wireroom.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignerTest {

  private static final String NEW = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final String OLD = "whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cw==";

  /** The first key of RFC 8032, 7.1. */
  private static final byte[] SEED =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

  private static final byte[] PUBLIC =
      HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  private static final Instant AT = Instant.parse("2026-03-04T09:30:00.987Z");
  private static final String BODY = "{\"headline\":\"Six ferries – für alle\"}";

  private final WebhookVerifier publicKey =
      new WebhookVerifier(key("whpk_", PUBLIC), Clock.fixed(AT, ZoneOffset.UTC));

  @Test
  void signs_as_the_library_of_the_specification_does() throws Exception {
    assertThat(sign(NEW)).isEqualTo(new Webhook(NEW).sign("msg_1", AT.getEpochSecond(), BODY));
  }

  @Test
  void signs_by_every_secret_while_they_rotate_newest_first() throws Exception {
    assertThat(sign(NEW, OLD))
        .isEqualTo(
            new Webhook(NEW).sign("msg_1", AT.getEpochSecond(), BODY)
                + " "
                + new Webhook(OLD).sign("msg_1", AT.getEpochSecond(), BODY));
  }

  @Test
  void an_ed25519_signature_is_verified_with_the_public_key_alone() {
    String signature = sign(key("whsk_", SEED));

    assertThat(signature).startsWith("v1a,").hasSize("v1a,".length() + 88);
    assertThat(verified(signature, BODY)).isTrue();
    assertThat(verified(signature, BODY + " ")).isFalse();
    assertThat(verified("v1a," + signature.substring(8), BODY)).isFalse();
    assertThat(verified(sign(NEW), BODY)).isFalse();
  }

  @Test
  void a_key_of_64_bytes_is_the_seed_and_the_public_key() {
    byte[] both = new byte[64];
    System.arraycopy(SEED, 0, both, 0, 32);
    System.arraycopy(PUBLIC, 0, both, 32, 32);

    assertThat(sign(key("whsk_", both))).isEqualTo(sign(key("whsk_", SEED)));
  }

  @Test
  void both_schemes_go_together_while_a_receiver_changes_over() {
    assertThat(verified(sign(key("whsk_", SEED), NEW), BODY)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"whsec_,23", "whsec_,65", "whsec_,0", "whsk_,31", "whsk_,33", "whsk_,0"})
  void a_key_of_another_length_is_refused(String prefix, int length) {
    assertThatThrownBy(() -> sign(key(prefix, new byte[length])))
        .isInstanceOf(BadSecret.class)
        .hasMessageContaining("this one has " + length);
  }

  @ParameterizedTest
  @CsvSource({"24", "64"})
  void the_shortest_and_the_longest_secret_are_taken(int length) {
    assertThat(sign(key("whsec_", new byte[length]))).startsWith("v1,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hunter2", "whpk_AAAA", "whsec_hunter2!!", "whsk_hunter2!!"})
  void what_is_no_secret_is_refused_and_not_repeated(String secret) {
    assertThatThrownBy(() -> sign(secret))
        .isInstanceOf(BadSecret.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void an_id_with_a_dot_is_refused() {
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new WebhookSigner(List.of(NEW)).sign("a.b", AT, body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no dot");
  }

  private boolean verified(String signatures, String body) {
    return publicKey
        .verify(
            "msg_1",
            Long.toString(AT.getEpochSecond()),
            signatures,
            body.getBytes(StandardCharsets.UTF_8))
        .verified();
  }

  private static String sign(String... secrets) {
    return new WebhookSigner(List.of(secrets))
        .sign("msg_1", AT, BODY.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String prefix, byte[] bytes) {
    return prefix + Base64.getEncoder().encodeToString(bytes);
  }
}
