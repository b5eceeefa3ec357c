package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sentences are set side by side. */
class ParagraphTest {

  @Test
  void sentences_are_set_apart_by_a_space() {
    assertThat(of("The port is shut.", "It opens in May.").text())
        .isEqualTo("The port is shut. It opens in May.");
  }

  @Test
  void scripts_without_spaces_get_none() {
    assertThat(of("港は閉鎖された。", "「五月に再開する」", "と市長は述べた。").text())
        .isEqualTo("港は閉鎖された。「五月に再開する」と市長は述べた。");
  }

  private static Paragraph of(String... sentences) {
    return new Paragraph(Arrays.stream(sentences).map(s -> new Claim(s, List.of())).toList());
  }
}
