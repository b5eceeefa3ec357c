package io.wireroom.deliver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.deliver.SlackDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlackSenderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI API = URI.create("https://slack.com/api/");
  private static final URI HOOK = URI.create("https://hooks.slack.com/services/T0/B0/abcdefghijkl");
  private static final Destination.Lane LANE = new Destination.Lane(1, 1);

  private final SlackSender slack = new SlackSender();
  private final SlackHistory history = new SlackHistory(slack);

  @Test
  void posts_json_to_an_incoming_webhook() throws IOException {
    HttpCall call = slack.write(webhook());
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri()).isEqualTo(HOOK);
    assertThat(call.headers())
        .containsOnly(Map.entry("Content-Type", "application/json; charset=utf-8"));
    assertThat(call.redirects()).isZero();
    assertThat(json(call).has("blocks")).isTrue();
    assertThat(json(call).has("channel")).isFalse();
  }

  @Test
  void posts_with_a_token_to_a_channel_and_leaves_a_mark_to_be_found_by() throws IOException {
    HttpCall call = slack.write(token("C0123ABCD"));
    assertThat(call.uri()).hasToString("https://slack.com/api/chat.postMessage");
    assertThat(call.headers()).containsEntry("Authorization", "Bearer xoxb-1-secret");
    assertThat(json(call).path("channel").asText()).isEqualTo("C0123ABCD");
    assertThat(json(call).path("thread_ts").isMissingNode()).isTrue();
    assertThat(json(call).path("metadata").path("event_payload").path("delivery_id").asText())
        .isEqualTo("5f2b8c1d9e0a4b7c");
  }

  @Test
  void answers_in_the_thread_of_the_story() throws IOException {
    HttpCall call = slack.write(inThread(token("#news"), "1785250000.000100"));
    assertThat(json(call).path("thread_ts").asText()).isEqualTo("1785250000.000100");
  }

  @Test
  void takes_ok_from_a_webhook_and_the_ts_from_the_api() {
    Outcome hook = slack.read(webhook(), Replies.of(200, "ok"));
    assertThat(hook.verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(hook.reference()).isNull();
    Outcome api =
        slack.read(token("#news"), Replies.of(200, "{\"ok\":true,\"ts\":\"1785250000.000100\"}"));
    assertThat(api.verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(api.reference()).isEqualTo("1785250000.000100");
  }

  @Test
  void does_not_take_a_log_in_page_for_an_ok() {
    Outcome outcome = slack.read(webhook(), Replies.of(200, "<html>Please log in</html>"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outcome.reason()).contains("without Slack's ok");
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, DESTINATION_OFF, channel's name or id",
    "not_in_channel, DESTINATION_OFF, /invite",
    "is_archived, DESTINATION_OFF, unarchive",
    "invalid_auth, DESTINATION_OFF, new bot token",
    "token_revoked, DESTINATION_OFF, new bot token",
    "missing_scope, DESTINATION_OFF, chat:write",
    "restricted_action, DESTINATION_OFF, ask an admin",
    "ratelimited, THROTTLED, when Slack allows",
    "fatal_error, RETRY, tried again",
    "msg_blocks_too_long, RETRY, plain text",
    "msg_too_long, REJECTED, report it",
    "a_word_of_tomorrow, RETRY, Slack says a_word_of_tomorrow"
  })
  void puts_an_error_of_the_api_into_words(String error, Verdict verdict, String words) {
    Outcome outcome =
        slack.read(token("#news"), Replies.of(200, "{\"ok\":false,\"error\":\"" + error + "\"}"));
    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(error, words);
  }

  @ParameterizedTest
  @CsvSource({
    "404, no_service, DESTINATION_OFF, make a new one",
    "410, channel_is_archived, DESTINATION_OFF, unarchive",
    "403, action_prohibited, DESTINATION_OFF, ask an admin",
    "400, invalid_payload, REJECTED, report it",
    "500, rollup_error, RETRY, tried again",
    "503, service down, RETRY, HTTP 503",
    "403, <html>, DESTINATION_OFF, check the address",
    "429, rate_limited, THROTTLED, too many"
  })
  void puts_an_error_of_a_webhook_into_words(
      int status, String body, Verdict verdict, String words) {
    Outcome outcome = slack.read(webhook(), Replies.of(status, body));
    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(words);
  }

  @Test
  void says_which_scope_is_missing() {
    String answer =
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\",\"provided\":\"users:read\"}";
    assertThat(slack.read(token("#news"), Replies.of(200, answer)).reason())
        .endsWith("(it needs chat:write, it has users:read)");
  }

  @Test
  void waits_as_long_as_slack_asks() {
    Outcome outcome =
        slack.read(webhook(), Replies.of(429, "rate_limited", Map.of("retry-after", "30")));
    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void says_that_a_message_without_an_answer_may_be_there() {
    Outcome outcome = slack.read(webhook(), Replies.failed(Failure.TIMEOUT));
    assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outcome.reason()).contains("may have arrived");
  }

  @Test
  void sends_text_alone_when_the_layout_is_refused() throws IOException {
    assertThat(slack.takesLess(Replies.of(200, "{\"ok\":false,\"error\":\"invalid_blocks\"}")))
        .isTrue();
    assertThat(slack.takesLess(Replies.of(400, "invalid_blocks"))).isTrue();
    assertThat(slack.takesLess(Replies.of(200, "ok"))).isFalse();
    assertThat(slack.takesLess(Replies.failed(Failure.CONNECT))).isFalse();
    JsonNode plain =
        json(
            slack.writeLess(
                token("#news"), Replies.of(200, "{\"ok\":false,\"error\":\"invalid_blocks\"}")));
    assertThat(plain.has("blocks")).isFalse();
    assertThat(plain.path("text").asText()).contains("electric-ferries?from=rss|");
  }

  @Test
  void finds_a_message_of_an_earlier_attempt_in_the_channel() {
    Letter letter = again(token("C0123ABCD"));
    assertThat(history.canTell(letter)).isTrue();
    assertThat(history.ask(letter).uri().toString())
        .startsWith(
            "https://slack.com/api/conversations.history?channel=C0123ABCD&oldest=1785248400");
    String messages =
        "{\"ok\":true,\"messages\":[{\"ts\":\"1.2\",\"text\":\"hi\"},{\"ts\":\"3.4\",\"metadata\":"
            + "{\"event_type\":\"wireroom_brief\",\"event_payload\":{\"delivery_id\":\"5f2b8c1d9e0a4b7c\"}}}]}";
    assertThat(history.holds(letter, Replies.of(200, messages))).isTrue();
    Outcome found = history.found(letter, Replies.of(200, messages));
    assertThat(found.verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(found.reference()).isEqualTo("3.4");
  }

  @Test
  void does_not_take_other_messages_for_its_own() {
    Letter letter = again(token("C0123ABCD"));
    String other =
        "{\"ok\":true,\"messages\":[{\"ts\":\"3.4\",\"metadata\":{\"event_type\":\"wireroom_brief\","
            + "\"event_payload\":{\"delivery_id\":\"another\"}}}]}";
    assertThat(history.holds(letter, Replies.of(200, other))).isFalse();
    String refused = "{\"ok\":false,\"error\":\"missing_scope\"}";
    assertThat(history.holds(letter, Replies.of(200, refused))).isFalse();
    assertThat(history.holds(letter, Replies.failed(Failure.TIMEOUT))).isFalse();
  }

  @Test
  void stands_alone_when_the_message_it_answers_is_gone() throws IOException {
    Letter letter = inThread(token("#news"), "1785250000.000100");
    HttpReply gone = Replies.of(200, "{\"ok\":false,\"error\":\"thread_not_found\"}");
    assertThat(slack.takesLess(gone)).isTrue();
    JsonNode alone = json(slack.writeLess(letter, gone));
    assertThat(alone.path("thread_ts").isMissingNode()).isTrue();
    assertThat(alone.has("blocks")).isTrue();
  }

  @Test
  void looks_for_an_answer_in_its_thread() {
    Letter letter = again(token("C0123ABCD"));
    Letter answer =
        new Letter(
            letter.delivery(),
            letter.destination(),
            letter.content(),
            letter.attemptAt(),
            "1.2",
            false);
    assertThat(history.ask(answer).uri().toString())
        .startsWith("https://slack.com/api/conversations.replies?ts=1.2&channel=C0123ABCD&");
  }

  @Test
  void learns_the_id_of_a_channel_by_name_with_the_first_message() {
    assertThat(history.canTell(again(token("#news")))).isFalse();
    slack.read(
        token("#news"), Replies.of(200, "{\"ok\":true,\"ts\":\"1.2\",\"channel\":\"C0123ABCD\"}"));
    assertThat(history.canTell(again(token("#news")))).isTrue();
    assertThat(history.ask(again(token("#news"))).uri().toString()).contains("channel=C0123ABCD");
  }

  @Test
  void says_when_an_earlier_attempt_cannot_be_looked_for() {
    assertThat(history.unasked(token("#news"))).isNull();
    assertThat(history.unasked(again(webhook()))).isNull();
    assertThat(history.unasked(again(token("#news")))).contains("by its id");
    String scope = history.untold(Replies.of(200, "{\"ok\":false,\"error\":\"missing_scope\"}"));
    assertThat(scope).contains("missing_scope", "channels:history");
    assertThat(history.untold(Replies.of(200, "{\"ok\":true,\"messages\":[]}"))).isNull();
    Outcome posted = slack.read(token("C0123ABCD"), Replies.of(200, "{\"ok\":true}"), scope);
    assertThat(posted.verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(posted.reason()).startsWith("posted; ").contains("channels:history");
  }

  @Test
  void does_not_ask_at_the_first_attempt_nor_a_webhook_nor_a_channel_by_name() {
    assertThat(history.canTell(token("C0123ABCD"))).isFalse();
    assertThat(history.canTell(again(webhook()))).isFalse();
    assertThat(history.canTell(again(token("#news")))).isFalse();
  }

  @Test
  void asks_after_a_process_died_over_the_first_attempt() {
    Letter first = token("C0123ABCD");
    Letter interrupted =
        new Letter(
            first.delivery(), first.destination(), first.content(), first.attemptAt(), null, true);

    assertThat(history.canTell(interrupted)).isTrue();
    assertThat(history.unasked(interrupted)).isNotNull();
  }

  private static Letter inThread(Letter letter, String thread) {
    return new Letter(
        letter.delivery(),
        letter.destination(),
        new Report(letter.brief(), true),
        letter.attemptAt(),
        thread,
        false);
  }

  private static Letter again(Letter letter) {
    return SampleBriefs.letter(letter.brief(), letter.destination(), 1, null);
  }

  private static Letter webhook() {
    return letter(HOOK, null, null);
  }

  private static Letter token(String channel) {
    return letter(null, "xoxb-1-secret", channel);
  }

  private static Letter letter(
      @Nullable URI hook, @Nullable String token, @Nullable String channel) {
    return SampleBriefs.letter(
        SampleBriefs.whole(), new SlackDestination("newsroom", LANE, hook, token, channel, API));
  }

  private static JsonNode json(HttpCall call) throws IOException {
    return JSON.readTree(call.body());
  }
}
