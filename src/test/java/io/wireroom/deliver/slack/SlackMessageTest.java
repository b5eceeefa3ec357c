package io.wireroom.deliver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Golden;
import io.wireroom.deliver.SampleBriefs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlackMessageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shows_a_whole_brief() throws IOException {
    golden("slack/whole.json", SampleBriefs.whole());
  }

  @Test
  void says_plainly_that_only_a_teaser_was_readable() throws IOException {
    golden("slack/thin.json", SampleBriefs.thin(ArticleStatus.THIN));
    golden("slack/gated.json", SampleBriefs.thin(ArticleStatus.GATED));
    golden("slack/empty.json", SampleBriefs.thin(ArticleStatus.EMPTY));
  }

  @Test
  void shows_hostile_words_as_they_are_and_calls_nobody() throws IOException {
    golden("slack/hostile.json", SampleBriefs.hostile());
    for (String text : texts(message(SampleBriefs.hostile()))) {
      assertThat(text)
          .doesNotContain("<!channel", "<!here", "<@", "<#", "<!subteam", "<https://evil");
      assertThat(text.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("@here", "@channel", "@everyone", ":tada:", "*bold*", "`code`");
    }
  }

  @Test
  void falls_back_to_text_that_holds_the_same() throws IOException {
    String text = SlackMessage.text(SampleBriefs.whole()).toString();
    Golden.assertJson("slack/plain.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gives_the_link_that_the_source_gave_whole() throws IOException {
    Brief brief = SampleBriefs.whole();
    assertThat(texts(message(brief)).toString())
        .contains("<" + brief.origin().link() + "|The Harbour Post>");
  }

  @Test
  void reads_a_pair_of_stars_as_stars_and_leaves_a_lonely_one_alone() {
    assertThat(Mrkdwn.text("5 * 3, a*b*c and snake_case_name", 100))
        .isEqualTo("5 * 3, a*b*c and snake_case_name");
    assertThat(Mrkdwn.text("really *very* _big_", 100))
        .isEqualTo("really \u2217very\u2217 \u02CDbig\u02CD");
  }

  @Test
  void cuts_between_words_and_never_inside_an_entity() {
    assertThat(Mrkdwn.text("Fish & chips & peas", 13)).isEqualTo("Fish &amp;\u2026");
    assertThat(Mrkdwn.text("\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family", 5))
        .isEqualTo("\u2026");
  }

  @Test
  void leaves_out_later_sentences_not_later_paragraphs() {
    String long1 = "The first paragraph goes on and on. ".repeat(17).strip();
    Brief base = SampleBriefs.whole();
    Brief brief =
        new Brief(
            base.id(),
            base.itemId(),
            base.storyId(),
            base.origin(),
            base.headline(),
            base.status(),
            base.teaser(),
            base.takeaways(),
            List.of(
                SampleBriefs.paragraph("It begins.", long1, long1),
                SampleBriefs.paragraph("It ends well.")),
            null,
            base.made());
    String summary = new SlackTexts(brief, 1.0).summary();
    assertThat(summary).isEqualTo("*Summary*\nIt begins. " + long1 + "\n\nIt ends well.");
  }

  private static void golden(String name, Brief brief) throws IOException {
    String message = SlackMessage.blocks(brief).toString();
    Golden.assertJson(name, message.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode message(Brief brief) throws IOException {
    return JSON.readTree(SlackMessage.blocks(brief).toString());
  }

  static List<String> texts(JsonNode message) {
    List<String> texts = new ArrayList<>();
    texts.add(message.path("text").asText());
    for (JsonNode block : message.path("blocks")) {
      JsonNode text = block.path("text").path("text");
      if (text.isTextual()) {
        texts.add(text.asText());
      }
      block.path("elements").forEach(element -> texts.add(element.path("text").asText()));
    }
    return texts;
  }

  @Test
  void a_text_far_longer_than_its_room_is_cut_to_it_and_not_to_nothing() {
    assertThat(Mrkdwn.text("a".repeat(20_000), 400)).hasSize(400);
    assertThat(Mrkdwn.text("word ".repeat(4_000), 400)).hasSizeBetween(394, 400);
    assertThat(Mrkdwn.text("&".repeat(20_000), 400)).hasSizeBetween(380, 400);
    assertThat(Mrkdwn.text("\uD840\uDC00".repeat(20_000), 400)).hasSizeBetween(380, 400);
  }
}
