package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.DiscordDestination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DiscordSenderTest extends ChatSuite {

  private final DiscordSender discord = new DiscordSender();

  @Override
  Destination destination() {
    return new DiscordDestination(
        "chat", LANE, URI.create("https://discord.example/api/webhooks/12/a-secret-token"));
  }

  @Override
  HttpCall write(Letter letter) {
    return discord.write(letter);
  }

  @Override
  Outcome read(Letter letter, HttpReply reply) {
    return discord.read(letter, reply);
  }

  @Override
  HttpReply accepted() {
    return Replies.of(200, "{\"id\":\"119\",\"type\":0}");
  }

  @Override
  void fits(JsonNode message) {
    JsonNode embed = message.path("embeds").path(0);
    int total = 0;
    total += part(embed.path("title"), 256);
    total += part(embed.path("author").path("name"), 256);
    total +=
        embed.path("description").asText().isEmpty() ? 0 : part(embed.path("description"), 4_096);
    total += part(embed.path("footer").path("text"), 2_048);
    for (JsonNode field : embed.path("fields")) {
      total += part(field.path("name"), 256) + part(field.path("value"), 1_024);
    }
    assertThat(total).isLessThanOrEqualTo(6_000);
  }

  private static int part(JsonNode text, int max) {
    assertThat(text.asText().length()).isBetween(1, max);
    return text.asText().length();
  }

  @Test
  void calls_nobody() throws IOException {
    JsonNode message = message(SampleBriefs.hostile());
    assertThat(message.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(message.path("allowed_mentions").path("parse")).isEmpty();
    assertThat(message.toString()).doesNotContain("@here", "@everyone", "[l](https");
  }

  @Test
  void asks_for_the_id_of_the_message_and_keeps_it() {
    assertThat(write(letter(SampleBriefs.whole())).uri())
        .hasToString("https://discord.example/api/webhooks/12/a-secret-token?wait=true");
    assertThat(answer(accepted()).reference()).isEqualTo("119");
  }

  @Test
  void waits_the_part_of_a_second_that_the_body_names() {
    String body =
        "{\"message\":\"You are being rate limited.\",\"retry_after\":0.65,\"global\":false}";
    assertThat(answer(Replies.of(429, body)).retryAfter()).isEqualTo(Duration.ofMillis(650));
  }
}
