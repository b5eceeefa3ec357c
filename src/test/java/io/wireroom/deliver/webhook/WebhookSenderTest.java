package io.wireroom.deliver.webhook;

import static io.wireroom.deliver.Letters.LANE;
import static io.wireroom.deliver.Letters.NOW;
import static io.wireroom.deliver.Letters.failure;
import static io.wireroom.deliver.Letters.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Evidence;
import io.wireroom.brief.Paragraph;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookSenderTest {

  private static final String NEW = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final String OLD = "whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cw==";
  private static final String HASH =
      "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
  private static final URI URL = URI.create("https://receiver.example/hook?token=q8-Zt0p");

  private final WebhookSender sender = new WebhookSender();

  @Test
  void sends_the_canonical_brief_in_an_event_with_its_id_and_the_time_of_the_attempt()
      throws IOException {
    Letter letter = letter("brief", List.of(NEW));

    HttpCall call = sender.write(letter);

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri()).isEqualTo(URL);
    assertThat(call.redirects()).isZero();
    assertThat(call.timeout()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    assertThat(call.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("webhook-id", letter.delivery().id())
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry("Authorization", "Bearer 7f6e5d4c");
    JsonNode event = json(call);
    assertThat(names(event)).containsExactly("type", "timestamp", "data");
    assertThat(event.path("type").asText()).isEqualTo("brief.published");
    assertThat(event.path("timestamp").asText()).isEqualTo("2026-03-04T09:29:00Z");
    assertThat(event.path("data")).isEqualTo(BriefJson.tree(letter.brief()));
    assertThat(event.at("/data/origin/url").asText())
        .isEqualTo("https://news.example/ferries?a=1&b=2");
  }

  @Test
  void the_library_of_the_specification_verifies_both_signatures_of_a_rotation() throws Exception {
    HttpCall call = sender.write(letter("brief", List.of(NEW, OLD)));

    String signature = Objects.requireNonNull(call.headers().get("webhook-signature"));
    assertThat(signature.split(" ", -1)).hasSize(2);
    for (String secret : List.of(NEW, OLD)) {
      assertThat(signature.split(" ", -1))
          .contains(
              new Webhook(secret)
                  .sign(
                      String.valueOf(call.headers().get("webhook-id")),
                      NOW.getEpochSecond(),
                      body(call)));
    }
  }

  @Test
  void without_a_secret_nothing_is_signed() {
    assertThat(sender.write(letter("brief", List.of())).headers())
        .doesNotContainKey("webhook-signature");
  }

  @Test
  void extra_headers_replace_none_of_ours() {
    WebhookDestination webhook =
        new WebhookDestination(
            "crm", LANE, URL, List.of(), Map.of("Webhook-Id", "x", "content-type", "y"), "brief");

    Map<String, String> headers = sender.write(Letters.to(webhook)).headers();

    assertThat(headers.values()).doesNotContain("x", "y");
    assertThat(headers).hasSize(3);
  }

  @Test
  void a_cloud_event_has_what_the_specification_requires() throws IOException {
    Letter letter = letter("cloudevents", List.of(NEW));

    HttpCall call = sender.write(letter);

    assertThat(call.headers())
        .containsEntry("Content-Type", "application/cloudevents+json; charset=UTF-8");
    JsonNode event = json(call);
    assertThat(names(event))
        .containsExactly(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(letter.delivery().id());
    assertThat(URI.create(event.path("source").asText()).getScheme()).isEqualTo("urn");
    assertThat(event.path("data")).isEqualTo(BriefJson.tree(letter.brief()));
  }

  @Test
  void the_longest_ordinary_brief_stays_below_20_kB_in_any_script() {
    for (String letter : List.of("x", "\u00e9", "\u65e5")) {
      Claim claim = new Claim(letter.repeat(240), List.of(new Evidence(HASH, 9_000, 9_240, HASH)));
      Brief brief = Letters.brief(letter.repeat(300), NOW);
      Brief longest =
          new Brief(
              brief.id(),
              brief.itemId(),
              brief.storyId(),
              brief.origin(),
              brief.headline(),
              brief.status(),
              letter.repeat(300),
              Collections.nCopies(5, claim),
              Collections.nCopies(3, new Paragraph(Collections.nCopies(4, claim))),
              null,
              brief.made());

      HttpCall call =
          sender.write(
              new Letter(
                  Letters.delivery("crm", 0),
                  letter("brief", List.of()).destination(),
                  longest,
                  NOW));

      assertThat(body(call).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
    }
  }

  @Test
  void names_the_schema_that_the_documents_follow() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(getClass().getResourceAsStream("/schema/brief.json"));

    assertThat(json(sender.write(letter("cloudevents", List.of()))).path("dataschema"))
        .isEqualTo(schema.path("$id"));
  }

  @Test
  void every_attempt_sends_the_same_bytes_under_the_same_id_with_a_signature_of_its_own() {
    Letter first = letter("brief", List.of(NEW));
    Letter second =
        new Letter(first.delivery(), first.destination(), first.brief(), NOW.plusSeconds(5));

    HttpCall one = sender.write(first);
    HttpCall two = sender.write(second);

    assertThat(two.body()).isEqualTo(one.body());
    assertThat(two.headers().get("webhook-id")).isEqualTo(one.headers().get("webhook-id"));
    assertThat(two.headers().get("webhook-signature"))
        .isNotEqualTo(one.headers().get("webhook-signature"));
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED, answered 200",
    "204, DELIVERED, answered 204",
    "299, DELIVERED, answered 299",
    "301, RETRY, 'it moved'",
    "304, RETRY, 'answered 304'",
    "400, RETRY, 'does not take the brief'",
    "401, RETRY, 'check the secret and headers of destination crm'",
    "404, RETRY, 'check the url of destination crm'",
    "409, RETRY, 'answered 409'",
    "410, DESTINATION_OFF, 'switched off'",
    "413, RETRY, 'too long'",
    "429, THROTTLED, 'too many'",
    "500, RETRY, 'answered 500'",
    "502, THROTTLED, 'overloaded or down'",
    "503, THROTTLED, 'overloaded or down'",
    "504, THROTTLED, 'overloaded or down'",
    "599, RETRY, 'answered 599'"
  })
  void every_status_has_its_verdict_in_words(int status, Verdict verdict, String words) {
    Outcome outcome = read(status, Map.of());

    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(words);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.answer()).isEqualTo("the answer");
  }

  @ParameterizedTest
  @CsvSource({"429", "503", "500", "404"})
  void a_retry_after_is_passed_on_whatever_the_failure(int status) {
    assertThat(read(status, Map.of("retry-after", "90")).retryAfter())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void says_where_a_receiver_moved_to_but_not_the_rest_of_its_address() {
    assertThat(read(308, Map.of("location", "https://new.example/hook?token=s3cr3t")).reason())
        .contains("to new.example")
        .doesNotContain("s3cr3t");
    assertThat(read(308, Map.of("location", "::nonsense")).reason()).contains("it moved;");
  }

  @ParameterizedTest
  @EnumSource(
      value = Failure.class,
      names = {"TIMEOUT", "BROKEN", "TOO_LARGE"})
  void a_status_counts_even_when_the_text_of_the_answer_did_not_come_whole(Failure failure) {
    assertThat(sender.read(letter("brief", List.of()), failure(failure, 202)).verdict())
        .isEqualTo(Verdict.DELIVERED);
    assertThat(sender.read(letter("brief", List.of()), failure(failure, 410)).verdict())
        .isEqualTo(Verdict.DESTINATION_OFF);
  }

  @Test
  void no_answer_is_tried_again() {
    Outcome outcome = sender.read(letter("brief", List.of()), failure(Failure.TIMEOUT, 0));

    assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outcome.reason()).contains("receiver.example in time", "may have arrived");
  }

  private Outcome read(int status, Map<String, String> headers) {
    return sender.read(letter("brief", List.of(NEW)), reply(status, "the answer", headers));
  }

  private static Letter letter(String format, List<String> secrets) {
    return Letters.to(
        new WebhookDestination(
            "crm", LANE, URL, secrets, Map.of("Authorization", "Bearer 7f6e5d4c"), format));
  }

  private static JsonNode json(HttpCall call) throws IOException {
    return new ObjectMapper().readTree(call.body());
  }

  private static Iterable<String> names(JsonNode node) {
    Iterator<String> names = node.fieldNames();
    return () -> names;
  }

  private static String body(HttpCall call) {
    return new String(Objects.requireNonNull(call.body()), StandardCharsets.UTF_8);
  }
}
