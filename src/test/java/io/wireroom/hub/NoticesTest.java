package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators are told what they should know, once, through the shipped routes. */
class NoticesTest {

  private static final String TO_NEWSROOM =
      "subscriptions: [{to: lobby}, {to: crm}]\nnotices: {to: newsroom}";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(folder, clock);
    News.publish(desk.site, "/one", "alpha", "beta");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private List<String> told() {
    return desk.posts().stream().map(post -> post.path("text").asText()).toList();
  }

  @Test
  void a_destination_that_says_410_is_told_of_once() throws Exception {
    desk.receivers.on("/crm", WebServer.Answer.status(410));
    desk.run(List.of("/one"), TO_NEWSROOM);
    clock.forward(Duration.ofHours(1));
    desk.run(List.of("/one"), TO_NEWSROOM);

    assertThat(told()).containsExactly("Destination crm is switched off");
    assertThat(desk.posts().get(0).path("blocks").toString())
        .contains("it wants nothing any more", "deliveries replay");
  }

  @Test
  void a_destination_that_only_fails_is_told_of_at_50_70_and_90_percent_and_when_it_is_off()
      throws Exception {
    desk.receivers.on("/crm", WebServer.Answer.status(500));
    desk.run(List.of("/one"), TO_NEWSROOM);
    assertThat(told()).isEmpty();
    for (int hours = 0; hours < 130; hours += 3) {
      clock.forward(Duration.ofHours(3));
      News.publish(desk.site, "/one", "new" + hours);
      desk.run(List.of("/one"), TO_NEWSROOM);
    }

    assertThat(told()).hasSize(4);
    assertThat(told().get(0)).startsWith("Destination crm has failed for ");
    assertThat(told().get(3)).isEqualTo("Destination crm is switched off");
    assertThat(desk.posts().get(0).toString()).contains("50 %");
    assertThat(desk.posts().get(1).toString()).contains("70 %");
    assertThat(desk.posts().get(2).toString()).contains("90 %");
  }

  @Test
  void a_source_that_is_gone_is_told_of_once() throws Exception {
    desk.site.on("/two", WebServer.Answer.status(410));
    desk.run(List.of("/one", "/two"), TO_NEWSROOM);
    desk.run(List.of("/one", "/two"), TO_NEWSROOM);

    assertThat(told()).containsExactly("Source two is gone");
  }

  @Test
  void a_source_that_fails_for_a_day_is_told_of_once() throws Exception {
    desk.site.on("/two", WebServer.Answer.status(500));
    for (int i = 0; i < 12; i++) {
      desk.run(List.of("/one", "/two"), TO_NEWSROOM);
      clock.forward(Duration.ofDays(1));
    }

    assertThat(told()).containsExactly("Source two has failed 9 times in a row");
  }

  @Test
  void the_operators_are_not_told_of_their_own_destination_through_it() throws Exception {
    desk.receivers.on(
        "/api/chat.postMessage",
        WebServer.Answer.ok("application/json", "{\"ok\":false,\"error\":\"invalid_auth\"}"));
    Tally tally =
        desk.run(List.of("/one"), "subscriptions: [{to: newsroom}]\nnotices: {to: newsroom}");

    assertThat(tally.lanes())
        .filteredOn(lane -> lane.destinationId().equals("newsroom"))
        .singleElement()
        .satisfies(
            lane -> {
              assertThat(lane.off()).contains("invalid_auth");
              assertThat(lane.pending()).isEqualTo(2);
            });
  }

  @Test
  void a_notice_that_can_not_be_sent_waits_like_any_delivery() throws Exception {
    desk.receivers.on("/api/chat.postMessage", WebServer.Answer.status(503));
    desk.receivers.on("/crm", WebServer.Answer.status(410));
    desk.run(List.of("/one"), TO_NEWSROOM);
    desk.slackWorks();
    desk.receivers.forget();
    clock.forward(Duration.ofHours(1));
    desk.run(List.of("/one"), TO_NEWSROOM);

    assertThat(told()).containsExactly("Destination crm is switched off");
  }

  @Test
  void a_webhook_gets_notices_as_events_of_their_own() throws Exception {
    desk.receivers.on(
        "/api/chat.postMessage",
        WebServer.Answer.ok("application/json", "{\"ok\":false,\"error\":\"channel_not_found\"}"));
    desk.run(List.of("/one"), "subscriptions: [{to: newsroom}]\nnotices: {to: crm}");

    JsonNode event = desk.bodies("/crm").get(0);
    assertThat(event.path("type").asText()).isEqualTo("notice.published");
    assertThat(event.path("data").path("topic").asText()).isEqualTo("destination-off");
    assertThat(event.path("data").path("about").asText()).isEqualTo("newsroom");
    assertThat(event.path("data").path("text").asText()).contains("channel_not_found", "invited");
  }
}
