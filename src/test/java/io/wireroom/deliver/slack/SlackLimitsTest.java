package io.wireroom.deliver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.brief.Brief;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RandomBriefs;
import io.wireroom.deliver.RoundUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Slack's published limits and the one it does not publish, for whatever a brief may hold. */
final class SlackLimitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A whole entity or a whole link; what is left must hold none of the three characters. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "&(?:amp|lt|gt);|<https?://[^<>|]+\\|[^<>|]*>|<!date\\^\\d+\\^[^<>|]+\\|[^<>|]+>");

  private static final Pattern MORE = Pattern.compile("(?m)^and (\\d+) more$");

  private static final Pattern CALL =
      Pattern.compile("@(?:here|channel|everyone|group)\\b", Pattern.CASE_INSENSITIVE);

  @Property(tries = 1_000)
  void every_brief_fits(@ForAll long seed) throws IOException {
    Brief brief = RandomBriefs.of(seed);
    String sent = SlackMessage.blocks(brief).toString();
    JsonNode message = JSON.readTree(sent);

    fits(message, 3);
    assertThat(linked(sent, brief)).isTrue();
  }

  @Property(tries = 300)
  void every_update_fits(@ForAll long seed) throws IOException {
    fits(JSON.readTree(SlackMessage.blocks(RandomBriefs.of(seed), true).toString()), 3);
  }

  @Property(tries = 50)
  void every_round_up_fits_and_says_how_many_it_leaves_out(@ForAll long seed) throws IOException {
    RoundUp roundUp = RandomBriefs.roundUp(seed);
    JsonNode message = JSON.readTree(SlackRoundUp.blocks(roundUp).toString());

    fits(message, 2);
    int named = 0;
    for (String text : SlackMessageTest.texts(message)) {
      named += text.startsWith("*Also new*") ? (int) text.lines().skip(1).count() : 0;
      Matcher more = MORE.matcher(text);
      named += more.find() ? Integer.parseInt(more.group(1)) - 1 : 0;
    }
    int alone =
        (int)
            StreamSupport.stream(message.path("blocks").spliterator(), false)
                .filter(SlackLimitsTest::alone)
                .count();
    assertThat(alone + named).isEqualTo(roundUp.briefs().size() + roundUp.left());
  }

  @Property(tries = 30)
  void every_round_up_fits_as_plain_text(@ForAll long seed) throws IOException {
    String sent = SlackRoundUp.text(RandomBriefs.roundUp(seed)).toString();
    assertThat(sent.length()).isLessThanOrEqualTo(9_000);
    whole(JSON.readTree(sent).path("text").asText());
  }

  @Property(tries = 100)
  void every_notice_fits(@ForAll long seed) throws IOException {
    Notice notice = RandomBriefs.notice(seed);
    fits(JSON.readTree(SlackNotice.blocks(notice).toString()), 1);
    whole(JSON.readTree(SlackNotice.text(notice).toString()).path("text").asText());
  }

  /** A brief with a paragraph of its own. */
  private static boolean alone(JsonNode block) {
    return block.path("type").asText().equals("section")
        && !block.path("text").path("text").asText().startsWith("*Also new*");
  }

  private static void fits(JsonNode message, int leastBlocks) {
    assertThat(message.toString().length()).isLessThanOrEqualTo(9_000);
    assertThat(message.path("text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(400);
    assertThat(message.path("blocks").size()).isBetween(leastBlocks, 50);
    message.path("blocks").forEach(SlackLimitsTest::fits);
    SlackMessageTest.texts(message).forEach(SlackLimitsTest::whole);
  }

  @Property(tries = 300)
  void every_brief_fits_as_plain_text(@ForAll long seed) throws IOException {
    Brief brief = RandomBriefs.of(seed);
    String sent = SlackMessage.text(brief).toString();
    JsonNode message = JSON.readTree(sent);

    assertThat(message.has("blocks")).isFalse();
    assertThat(sent.length()).isLessThanOrEqualTo(9_000);
    whole(message.path("text").asText());
    assertThat(linked(sent, brief)).isTrue();
  }

  private static void fits(JsonNode block) {
    switch (block.path("type").asText()) {
      case "header" -> text(block.path("text"), "plain_text", 150);
      case "section" -> text(block.path("text"), "mrkdwn", 3_000);
      case "context" -> {
        assertThat(block.path("elements").size()).isBetween(1, 10);
        block.path("elements").forEach(element -> text(element, "mrkdwn", 3_000));
      }
      default -> throw new AssertionError("no rule for " + block);
    }
  }

  private static void text(JsonNode object, String type, int max) {
    assertThat(object.path("type").asText()).isEqualTo(type);
    assertThat(object.path("text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(max);
  }

  private static void whole(String text) {
    assertThat(WHOLE.matcher(text).replaceAll("").replaceAll("(?m)^>", ""))
        .doesNotContain("<", ">", "&");
    assertThat(CALL.matcher(text).find()).isFalse();
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(text.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
  }

  /** The link is there, whole, or the source's address can't be one, or is too long to be one. */
  private static boolean linked(String sent, Brief brief) {
    return List.of(brief.origin().link(), brief.origin().url()).stream()
        .flatMap(link -> WebLink.of(link).stream())
        .filter(link -> Mrkdwn.length(link) <= 2_000)
        .findFirst()
        .map(link -> sent.contains("<" + link.replace("&", "&amp;") + "|"))
        .orElse(sent.contains("too long") || sent.contains("no web address"));
  }
}
