package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Golden;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.RandomBriefs;
import io.wireroom.deliver.Replies;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every kind of chat; each kind runs it and adds what is its own. */
abstract class ChatSuite {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BRIEFS = 200;

  static final Destination.Lane LANE = new Destination.Lane(1, 1);

  abstract Destination destination();

  abstract HttpCall write(Letter letter);

  abstract Outcome read(Letter letter, HttpReply reply);

  /** The answer of the chat when it has the message. */
  abstract HttpReply accepted();

  /** Fails when the message breaks a limit of the chat. */
  abstract void fits(JsonNode message);

  final Letter letter(Brief brief) {
    return SampleBriefs.letter(brief, destination());
  }

  final JsonNode message(Brief brief) throws IOException {
    return JSON.readTree(write(letter(brief)).body());
  }

  final Outcome answer(HttpReply reply) {
    return read(letter(SampleBriefs.whole()), reply);
  }

  @Test
  void shows_a_whole_brief_a_thin_one_and_a_hostile_one() throws IOException {
    String kind = destination().kind();
    golden(kind + "/whole.json", SampleBriefs.whole());
    golden(kind + "/gated.json", SampleBriefs.thin(ArticleStatus.GATED));
    golden(kind + "/hostile.json", SampleBriefs.hostile());
  }

  private void golden(String name, Brief brief) throws IOException {
    Golden.assertJson("chat/" + name, write(letter(brief)).body());
  }

  @Test
  void posts_json_once() {
    HttpCall call = write(letter(SampleBriefs.whole()));
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
    assertThat(call.redirects()).isZero();
  }

  @Test
  void keeps_its_limits_and_the_link_whatever_the_brief_holds() throws IOException {
    for (int seed = 0; seed < BRIEFS; seed++) {
      Brief brief = RandomBriefs.of(seed);
      JsonNode message = message(brief);
      fits(message);
      String link = brief.origin().link();
      if (link.length() <= 1_000 && WebLink.of(link).isPresent()) {
        assertThat(message.toString().replace("&amp;", "&")).contains(link);
      }
    }
  }

  @Test
  void shows_whole_characters_only() throws IOException {
    for (int seed = 0; seed < BRIEFS; seed++) {
      String sent = new String(write(letter(RandomBriefs.of(seed))).body(), StandardCharsets.UTF_8);
      assertThat(sent).doesNotContain("\\ud8", "\\udc", "\u0000", "\u001b");
    }
  }

  @Test
  void is_done_when_the_chat_has_it() {
    assertThat(answer(accepted()).verdict()).isEqualTo(Verdict.DELIVERED);
  }

  @Test
  void slows_down_when_asked() {
    Outcome outcome = answer(Replies.of(429, "slow down", Map.of("retry-after", "7")));
    assertThat(outcome.verdict()).isEqualTo(Verdict.THROTTLED);
    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void tries_again_when_the_chat_is_down_or_silent() {
    assertThat(answer(Replies.of(500, "oops")).verdict()).isEqualTo(Verdict.RETRY);
    assertThat(answer(Replies.of(503, "")).verdict()).isEqualTo(Verdict.RETRY);
    Outcome silent = answer(Replies.failed(Failure.TIMEOUT));
    assertThat(silent.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(silent.reason()).contains("may have arrived");
  }

  @Test
  void stops_and_says_what_to_do_when_the_channel_is_gone() {
    Outcome outcome = answer(Replies.of(404, ""));
    assertThat(outcome.verdict()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("answered 404: ");
  }

  @Test
  void gives_up_a_message_that_is_not_taken() {
    assertThat(answer(Replies.of(413, "")).verdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void keeps_no_secret_of_an_answer() {
    for (String secret : destination().secrets()) {
      assertThat(answer(Replies.of(400, "no such thing: " + secret)).answer())
          .doesNotContain(secret);
    }
  }
}
