package io.wireroom.deliver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.brief.Brief;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.RandomBriefs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Slack's published limits and the one it does not publish, for whatever a brief may hold. */
final class SlackLimitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A whole entity or a whole link; what is left must hold none of the three characters. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "&(?:amp|lt|gt);|<https?://[^<>|]+\\|[^<>|]*>|<!date\\^\\d+\\^[^<>|]+\\|[^<>|]+>");

  private static final Pattern CALL =
      Pattern.compile("@(?:here|channel|everyone|group)\\b", Pattern.CASE_INSENSITIVE);

  @Property(tries = 1_000)
  void every_brief_fits(@ForAll long seed) throws IOException {
    Brief brief = RandomBriefs.of(seed);
    String sent = SlackMessage.blocks(brief).toString();
    JsonNode message = JSON.readTree(sent);

    assertThat(sent.length()).isLessThanOrEqualTo(9_000);
    assertThat(message.path("text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(400);
    assertThat(message.path("blocks").size()).isBetween(3, 50);
    message.path("blocks").forEach(SlackLimitsTest::fits);
    SlackMessageTest.texts(message).forEach(SlackLimitsTest::whole);
    assertThat(linked(sent, brief)).isTrue();
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
