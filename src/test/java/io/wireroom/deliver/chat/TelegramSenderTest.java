package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.deliver.TelegramDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TelegramSenderTest extends ChatSuite {

  private final TelegramSender telegram = new TelegramSender();

  @Override
  Destination destination() {
    return new TelegramDestination(
        "chat", LANE, "123456:a-secret-token", "@news", URI.create("https://api.telegram.org/"));
  }

  @Override
  HttpCall write(Letter letter) {
    return telegram.write(letter);
  }

  @Override
  Outcome read(Letter letter, HttpReply reply) {
    return telegram.read(letter, reply);
  }

  @Override
  HttpReply accepted() {
    return Replies.of(200, "{\"ok\":true,\"result\":{\"message_id\":42}}");
  }

  @Override
  void fits(JsonNode message) {
    String html = message.path("text").asText();
    assertThat(Jsoup.parse(html).wholeText().length()).isBetween(1, 4_096);
    assertThat(Jsoup.parse(html).body().select("*").eachText()).isNotEmpty();
    assertThat(Jsoup.parse(html).body().select("*:not(body):not(b):not(a):not(blockquote)"))
        .isEmpty();
  }

  @Test
  void calls_nobody() throws IOException {
    assertThat(message(SampleBriefs.hostile()).path("text").asText())
        .doesNotContain("@here", "@Channel", "@everyone", "<script");
  }

  @Test
  void posts_to_the_bots_own_address_and_keeps_the_id_of_the_message() {
    assertThat(write(letter(SampleBriefs.whole())).uri())
        .hasToString("https://api.telegram.org/bot123456:a-secret-token/sendMessage");
    assertThat(answer(accepted()).reference()).isEqualTo("42");
  }

  @Test
  void waits_the_seconds_that_the_body_names() {
    String body =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 9\","
            + "\"parameters\":{\"retry_after\":9}}";
    Outcome outcome = answer(Replies.of(429, body));
    assertThat(outcome.verdict()).isEqualTo(Verdict.THROTTLED);
    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: chat not found, DESTINATION_OFF, check the bot's token",
    "403, Forbidden: bot was kicked from the group chat, DESTINATION_OFF, check the bot's token",
    "401, Unauthorized, DESTINATION_OFF, check the bot's token",
    "400, Bad Request: message is too long, REJECTED, too long"
  })
  void puts_an_error_into_words(int status, String said, Verdict verdict, String words) {
    String body = "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + said + "\"}";
    Outcome outcome = answer(Replies.of(status, body));
    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(said, words);
  }

  @Test
  void names_the_new_id_of_a_group_that_moved() {
    String body =
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded\","
            + "\"parameters\":{\"migrate_to_chat_id\":-1001234}}";
    Outcome outcome = answer(Replies.of(400, body));
    assertThat(outcome.verdict()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("set chat: \"-1001234\"");
  }
}
