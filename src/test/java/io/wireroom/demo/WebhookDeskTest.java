package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.wireroom.deliver.webhook.WebhookVerifier;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDeskTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final String SECRET = DemoStage.WEBHOOK_SECRET;
  private static final String BRIEF =
      "{\"type\":\"brief.published\",\"data\":{\"headline\":\"Six ferries\","
          + "\"takeaways\":[{\"text\":\"They cost €212 million.\"},\"The first is due in 2027.\"]}}";

  private final List<Received> heard = new ArrayList<>();
  private final WebhookDesk desk =
      new WebhookDesk(
          InetAddress.getLoopbackAddress(),
          0,
          new WebhookVerifier(SECRET, CLOCK),
          CLOCK,
          heard::add);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_signed_delivery_is_accepted_told_and_shown() throws Exception {
    HttpResponse<String> answer = deliver("msg_1", BRIEF);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(heard).isEqualTo(desk.received()).hasSize(1);
    assertThat(heard.get(0).briefs())
        .containsExactly(
            new Received.Headline(
                "Six ferries", List.of("They cost €212 million.", "The first is due in 2027.")));
    assertThat(page().select("article h2").text()).isEqualTo("Six ferries");
    assertThat(page().select(".verified")).hasSize(1);
  }

  @Test
  void an_unsigned_delivery_is_refused_with_the_reason_and_shown_as_such() throws Exception {
    HttpResponse<String> answer = Http.post(desk.address().resolve("/hooks/x"), BRIEF);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("webhook-signature are needed");
    assertThat(page().select(".unverified").text()).contains("webhook-signature are needed");
  }

  @Test
  void a_second_delivery_of_the_same_id_is_marked() throws Exception {
    deliver("msg_1", BRIEF);
    deliver("msg_1", BRIEF);
    deliver("msg_2", BRIEF);

    assertThat(heard).extracting(Received::again).containsExactly(false, true, false);
    assertThat(page().select(".again")).hasSize(1);
  }

  @Test
  void a_digest_shows_each_of_its_briefs() throws Exception {
    deliver("msg_1", "{\"briefs\":[{\"headline\":\"One\"},{\"headline\":\"Two\"}]}");

    assertThat(page().select("article h2").eachText()).containsExactly("One", "Two");
  }

  @Test
  void hostile_bodies_are_shown_as_text() throws Exception {
    deliver("<script>", "{\"headline\":\"<script>alert(1)</script>\"}");
    deliver("msg_2", "<script>alert(2)</script>");

    assertThat(page().select("script")).isEmpty();
    assertThat(page().select("pre").eachText()).anyMatch(text -> text.contains("alert(2)"));
  }

  @Test
  void a_terminal_sees_one_line_and_the_takeaways_without_control_characters() throws Exception {
    deliver("msg_1", "{\"headline\":\"Red \\u001b[31m\\u202ealert\",\"takeaways\":[\"One\\ntwo\"]}");
    Http.post(desk.address(), "x", "webhook-id", "msg_2");

    assertThat(ReceivedText.of(heard.get(0)).lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  verified  msg_1  \\d+ bytes"))
        .contains("  Red  [31m alert", "    - One two");
    assertThat(ReceivedText.of(heard.get(1)))
        .contains("NOT VERIFIED  msg_2  1 bytes  webhook-id, webhook-timestamp");
  }

  private HttpResponse<String> deliver(String id, String body) throws Exception {
    long now = CLOCK.instant().getEpochSecond();
    return Http.post(
        desk.address().resolve("/hooks/news"),
        body,
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now),
        "webhook-signature",
        new Webhook(SECRET).sign(id, now, body));
  }

  private Document page() throws Exception {
    return Jsoup.parse(Http.get(desk.address()).body());
  }
}
