package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static final TokenizedText PASSAGE =
      TokenizedText.of("Dr. Renn left; her team stayed. \"We go on,\" it said. Nobody paid.");

  @Test
  void a_sentence_goes_from_its_first_word_or_mark_to_the_next_ones() {
    assertThat(sentences(PASSAGE.sentences()))
        .containsExactly(
            "Dr. Renn left; her team stayed.", "\"We go on,\" it said.", "Nobody paid.");
  }

  @Test
  void every_word_is_in_the_sentence_that_has_it() {
    Sentences sentences = PASSAGE.sentences();

    for (int sentence = 0; sentence < sentences.count(); sentence++) {
      assertThat(sentences.at(sentences.from(sentence))).isEqualTo(sentence);
      assertThat(sentences.at(sentences.to(sentence) - 1)).isEqualTo(sentence);
    }
  }

  @Test
  void a_mark_divides_sentences_into_parts() {
    assertThat(sentences(PASSAGE.sentences().dividedAt(";", PASSAGE)))
        .containsExactly(
            "Dr. Renn left;", "her team stayed.", "\"We go on,\" it said.", "Nobody paid.");
  }

  @Test
  void a_passage_without_words_has_none() {
    assertThat(TokenizedText.of("").sentences().count()).isZero();
  }

  private static List<String> sentences(Sentences sentences) {
    return sentences.starts().stream()
        .map(sentences::at)
        .map(i -> PASSAGE.slice(sentences.from(i), sentences.to(i)))
        .toList();
  }
}
