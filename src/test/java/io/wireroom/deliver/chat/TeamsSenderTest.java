package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.TeamsDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TeamsSenderTest extends ChatSuite {

  private final TeamsSender teams = new TeamsSender();

  @Override
  Destination destination() {
    return new TeamsDestination(
        "chat",
        LANE,
        URI.create("https://flow.example/workflows/12/paths/invoke?sig=a-secret-sig"));
  }

  @Override
  HttpCall write(Letter letter) {
    return teams.write(letter);
  }

  @Override
  Outcome read(Letter letter, HttpReply reply) {
    return teams.read(letter, reply);
  }

  @Override
  HttpReply accepted() {
    return Replies.of(202, "");
  }

  @Override
  void fits(JsonNode message) {
    assertThat(message.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(28 * 1024);
    for (JsonNode block : message.path("attachments").path(0).path("content").path("body")) {
      assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
      assertThat(block.path("inlines").path(0).path("text").asText()).isNotBlank();
    }
  }

  @Test
  void reads_a_failure_that_comes_with_status_200() {
    String body =
        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429";
    assertThat(answer(Replies.of(200, body)).verdict()).isEqualTo(Verdict.THROTTLED);
  }

  @Test
  void stops_when_the_workflow_is_off() {
    String body = "{\"error\":{\"code\":\"WorkflowTriggerIsNotEnabled\",\"message\":\"no\"}}";
    Outcome outcome = answer(Replies.of(400, body));
    assertThat(outcome.verdict()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("open it in Teams");
  }
}
