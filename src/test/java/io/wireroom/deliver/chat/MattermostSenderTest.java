package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.MattermostDestination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class MattermostSenderTest extends ChatSuite {

  private final MattermostSender mattermost = new MattermostSender();

  @Override
  Destination destination() {
    return new MattermostDestination(
        "chat", LANE, URI.create("https://chat.example/hooks/a-secret-hook"));
  }

  @Override
  HttpCall write(Letter letter) {
    return mattermost.write(letter);
  }

  @Override
  Outcome read(Letter letter, HttpReply reply) {
    return mattermost.read(letter, reply);
  }

  @Override
  HttpReply accepted() {
    return Replies.of(200, "ok");
  }

  @Override
  void fits(JsonNode message) {
    assertThat(message.path("text").asText().length()).isBetween(1, 5_000);
  }

  @Test
  void calls_nobody() throws IOException {
    assertThat(message(SampleBriefs.hostile()).path("text").asText())
        .doesNotContain("@here", "@Channel", "@everyone", ":tada:", "[l](https");
  }

  @Test
  void stops_when_the_server_does_not_know_the_webhook() {
    String body =
        "{\"id\":\"web.incoming_webhook.invalid.app_error\",\"message\":\"Invalid webhook.\",\"status_code\":400}";
    Outcome outcome = answer(Replies.of(400, body));
    assertThat(outcome.verdict()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("Invalid webhook.", "Integrations");
  }

  @Test
  void does_not_take_another_page_for_an_ok() {
    assertThat(answer(Replies.of(200, "<html>Welcome</html>")).verdict()).isEqualTo(Verdict.RETRY);
  }
}
