package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockKitTest {

  @Test
  void a_message_at_every_limit_is_fine() throws Exception {
    assertThat(problems(block(section("x".repeat(3000))))).isEmpty();
    assertThat(problems(block(header("😀".repeat(150))))).isEmpty();
    assertThat(problems(block(repeated("{\"type\":\"divider\"}", 50)))).isEmpty();
    assertThat(problems(block(button("b".repeat(75), "https://a.example/")))).isEmpty();
  }

  @Test
  void one_more_than_a_limit_is_reported_with_its_place() throws Exception {
    assertThat(problems(block(section("x".repeat(3001)))))
        .containsExactly("blocks[0].text.text: 3001 characters, 3000 at most");
    assertThat(problems(block(header("x".repeat(151)))))
        .containsExactly("blocks[0].text.text: 151 characters, 150 at most");
    assertThat(problems(block(repeated("{\"type\":\"divider\"}", 51))))
        .containsExactly("blocks: 51 blocks, 50 at most");
    assertThat(problems(block(button("b".repeat(76), "https://a.example/"))))
        .containsExactly("blocks[0].elements[0].text.text: 76 characters, 75 at most");
    assertThat(problems("{\"text\":\"" + "x".repeat(40_001) + "\"}"))
        .containsExactly("text: 40001 characters, 40000 at most");
  }

  @Test
  void all_blocks_together_may_not_be_longer_than_slack_takes() throws Exception {
    String four = repeated(section("x".repeat(2900)), 4);

    assertThat(problems(block(four)))
        .containsExactly("blocks: 11600 characters in all, 11300 at most");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}} | blocks[0].text.type:"
            + " is 'mrkdwn', not plain_text",
        "{\"type\":\"section\"} | blocks[0]: has neither text nor fields",
        "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}} | blocks[0].text.text:"
            + " is empty",
        "{\"type\":\"context\",\"elements\":[]} | blocks[0].elements: 0 elements, 1 to 10 are"
            + " allowed",
        "{\"type\":\"image\",\"image_url\":\"ftp://x\",\"alt_text\":\"\"} | blocks[0].image_url: is"
            + " not an http address",
        "{\"type\":\"image\",\"image_url\":\"https://x\"} | blocks[0].alt_text: is missing",
        "{\"type\":\"banner\"} | blocks[0]: is of the unknown type 'banner'",
      })
  void what_is_malformed_is_named(String block, String problem) throws Exception {
    assertThat(problems(block(block))).containsExactly(problem);
  }

  @Test
  void a_block_id_is_used_once() throws Exception {
    assertThat(problems(block(repeated("{\"type\":\"divider\",\"block_id\":\"a\"}", 2))))
        .containsExactly("blocks[1].block_id: is used twice");
  }

  private static List<String> problems(String message) throws Exception {
    return BlockKit.problems(new ObjectMapper().readTree(message));
  }

  private static String block(String blocks) {
    return "{\"text\":\"t\",\"blocks\":[" + blocks + "]}";
  }

  private static String repeated(String block, int times) {
    return String.join(",", Collections.nCopies(times, block));
  }

  private static String header(String text) {
    return "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + text + "\"}}";
  }

  private static String section(String text) {
    return "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\"}}";
  }

  private static String button(String label, String url) {
    return "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\""
        + label
        + "\"},\"url\":\""
        + url
        + "\"}]}";
  }
}
