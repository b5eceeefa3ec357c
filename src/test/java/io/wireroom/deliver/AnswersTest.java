package io.wireroom.deliver;

import static io.wireroom.deliver.Letters.LANE;
import static io.wireroom.deliver.Letters.failure;
import static io.wireroom.deliver.Letters.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {

  private static final String SECRET = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final Destination CRM =
      new WebhookDestination(
          "crm",
          LANE,
          URI.create("https://receiver.example/hook?token=q8-Zt0p"),
          List.of(SECRET),
          Map.of("Authorization", "Bearer 7f6e5d4c", "X-Version", "1"),
          "brief");

  @Test
  void keeps_the_first_4_KiB_and_cuts_no_letter_in_half() {
    assertThat(kept("ok")).isEqualTo("ok");
    assertThat(kept("x".repeat(4097))).isEqualTo("x".repeat(4096));
    assertThat(kept("x".repeat(4095) + "\u00fc tail")).isEqualTo("x".repeat(4095));
    assertThat(kept("x".repeat(4094) + "\u00fc tail")).isEqualTo("x".repeat(4094) + "\u00fc");
    assertThat(kept("x".repeat(4093) + "\uD83D\uDEA2")).isEqualTo("x".repeat(4093));
  }

  @Test
  void masks_what_the_receiver_quotes_of_our_secrets() {
    assertThat(kept("{\"authorization\":\"Bearer 7f6e5d4c\",\"version\":1}"))
        .isEqualTo("{\"authorization\":\"***\",\"version\":1}");
    assertThat(kept("token 7f6e5d4c, secret " + SECRET)).isEqualTo("token ***, secret ***");
    assertThat(kept("GET /hook?token=q8-Zt0p")).isEqualTo("GET /hook?***");
  }

  @Test
  void masks_what_looks_like_a_secret_of_others() {
    assertThat(kept("whsk_AAAA/BBB+c= xoxb-12-34-ab https://hooks.slack.com/services/T0/B0/x"))
        .isEqualTo("*** *** https://hooks.slack.com/***");
  }

  @Test
  void a_secret_across_the_cut_does_not_show_by_half() {
    assertThat(kept("x".repeat(4080) + SECRET)).doesNotContain("whsec");
  }

  @Test
  void control_characters_do_not_reach_a_terminal() {
    assertThat(kept("a\u001b[31mred\u0000\r\n\tb")).isEqualTo("a [31mred  \n\tb");
  }

  @Test
  void a_retry_after_date_counts_from_when_the_answer_came() {
    HttpReply reply = reply(503, "", Map.of("retry-after", "Wed, 04 Mar 2026 09:31:02 GMT"));

    Outcome outcome = Answers.outcome(Letters.to(CRM), reply, Verdict.THROTTLED, "busy", null);

    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(60));
    assertThat(outcome.status()).isEqualTo(503);
  }

  @ParameterizedTest
  @EnumSource
  void says_why_there_is_no_answer_and_whether_it_may_have_arrived(Failure failure) {
    Outcome outcome = Answers.unanswered(Letters.to(CRM), failure(failure, 0), failure);

    assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outcome.reason()).isNotBlank().doesNotContain("token=");
    assertThat(outcome.reason().contains("may have arrived")).isEqualTo(failure.maybeReceived());
  }

  private static String kept(String body) {
    String kept = Answers.kept(CRM, reply(500, body, Map.of()));
    assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
    return kept;
  }
}
