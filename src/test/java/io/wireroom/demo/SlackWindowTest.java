package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWindowTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlackWindow slack =
      new SlackWindow(
          0,
          List.of("newsroom", "harbour-desk"),
          Clock.fixed(Instant.parse("2026-03-04T09:30:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void an_incoming_webhook_is_answered_ok_in_plain_text() throws Exception {
    HttpResponse<String> answer = Http.post(slack.webhook("newsroom"), "{\"text\":\"hello\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(slack.messages()).singleElement().matches(SlackMessage::accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                | 400 | invalid_payload",
        "[]                      | 400 | invalid_payload",
        "{}                      | 400 | no_text",
        "{\"blocks\":[{\"type\":\"x\"}]} | 400 | invalid_blocks",
      })
  void what_slack_refuses_is_refused_in_its_words(String body, int status, String error)
      throws Exception {
    HttpResponse<String> answer = Http.post(slack.webhook("newsroom"), body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(error);
  }

  @Test
  void an_unknown_webhook_has_no_service() throws Exception {
    assertThat(Http.post(slack.webhook("elsewhere"), "{\"text\":\"x\"}").body())
        .isEqualTo("no_service");
  }

  @Test
  void the_web_api_gives_a_ts_and_takes_replies_to_it() throws Exception {
    JsonNode first = api("chat.postMessage", "{\"channel\":\"#newsroom\",\"text\":\"one\"}");
    String ts = first.path("ts").asText();
    JsonNode reply =
        api(
            "chat.postMessage",
            "{\"channel\":\"%s\",\"text\":\"two\",\"thread_ts\":\"%s\"}"
                .formatted(first.path("channel").asText(), ts));
    JsonNode history = api("conversations.history?channel=" + first.path("channel").asText(), "");

    assertThat(first.path("ok").asBoolean()).isTrue();
    assertThat(ts).matches("1772616600\\.\\d{6}");
    assertThat(reply.path("ts").asText()).isNotEqualTo(ts);
    assertThat(history.path("messages").findValuesAsText("ts")).containsExactly(ts);
    assertThat(page("").select(".thread .message")).hasSize(1);
  }

  @Test
  void the_web_api_says_in_one_word_what_is_wrong() throws Exception {
    URI post = slack.api().resolve("chat.postMessage");

    assertThat(Http.post(post, "{}").body()).contains("not_authed");
    assertThat(Http.post(post, "{}", "Authorization", "Bearer x").body()).contains("invalid_auth");
    assertThat(
            api("chat.postMessage", "{\"channel\":\"nowhere\",\"text\":\"x\"}")
                .path("error")
                .asText())
        .isEqualTo("channel_not_found");
    assertThat(api("chat.postMessage", "{\"channel\":\"newsroom\"}").path("error").asText())
        .isEqualTo("no_text");
  }

  @Test
  void the_page_shows_the_blocks_of_the_channel_asked_for() throws Exception {
    Http.post(
        slack.webhook("newsroom"),
        """
        {"text":"Ferries","blocks":[
          {"type":"header","text":{"type":"plain_text","text":"Six <electric> ferries"}},
          {"type":"section","text":{"type":"mrkdwn","text":"*Key takeaways*\\n• One"},
           "fields":[{"type":"mrkdwn","text":"_field_"}]},
          {"type":"context","elements":[{"type":"mrkdwn","text":"<https://a.example/|The Ledger>"}]},
          {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Read"},
            "url":"https://a.example/x","style":"primary"}]}]}
        """);

    Document page = page("");

    assertThat(page.select(".message h3").text()).isEqualTo("Six <electric> ferries");
    assertThat(page.select(".section b").text()).isEqualTo("Key takeaways");
    assertThat(page.select(".fields i").text()).isEqualTo("field");
    assertThat(page.select(".context a").attr("href")).isEqualTo("https://a.example/");
    assertThat(page.select(".actions a.primary").attr("href")).isEqualTo("https://a.example/x");
    assertThat(page("?channel=harbour-desk").select(".message")).isEmpty();
  }

  @Test
  void hostile_messages_are_shown_as_text_and_the_page_may_run_nothing() throws Exception {
    Http.post(
        slack.webhook("newsroom"),
        """
        {"text":"x","blocks":[
          {"type":"header","text":{"type":"plain_text","text":"<script>alert(1)</script>"}},
          {"type":"section","text":{"type":"mrkdwn","text":"<javascript:alert(2)|x>"},
           "accessory":{"type":"image","image_url":"https://a.example/\\"onerror=\\"alert(3)","alt_text":"\\"><script>"}},
          {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"b"},
            "url":"javascript:alert(4)"}]},
          {"type":"<script>alert(5)</script>"}]}
        """);
    HttpResponse<String> answer = Http.get(slack.address());

    Document page = Jsoup.parse(answer.body());

    assertThat(page.select("script,[onerror],a[href^=javascript]")).isEmpty();
    assertThat(page.select(".message")).hasSize(1);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
  }

  private JsonNode api(String method, String body) throws Exception {
    return JSON.readTree(
        Http.post(
                slack.api().resolve(method),
                body,
                "Authorization",
                "Bearer " + SlackWindow.TOKEN,
                "Content-Type",
                "application/json; charset=utf-8")
            .body());
  }

  private Document page(String query) throws Exception {
    return Jsoup.parse(Http.get(URI.create(slack.address() + query)).body());
  }
}
