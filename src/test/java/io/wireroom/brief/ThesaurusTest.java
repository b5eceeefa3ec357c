package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThesaurusTest {

  @ParameterizedTest
  @CsvSource({
    "purchase, bought",
    "jailed, prison",
    "physicians, doctor",
    "voting, ballot",
    "ministerial, minister",
    "quickly, quick",
    "frequent, common",
    "exhibit, shown",
  })
  void words_that_share_a_frequent_sense_or_derive_from_it_are_akin(String one, String other) {
    assertThat(meaning(one).isAkin(meaning(other))).isTrue();
    assertThat(meaning(other).isAkin(meaning(one))).isTrue();
    assertThat(meaning(one).isOpposed(meaning(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"rose, fell", "purchase, sold", "closed, opening", "accepted, refusal", "hot, cold"})
  void opposites_and_what_is_akin_to_them_are_opposed(String one, String other) {
    assertThat(meaning(one).isOpposed(meaning(other))).isTrue();
    assertThat(meaning(other).isOpposed(meaning(one))).isTrue();
    assertThat(meaning(one).isAkin(meaning(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"fine, penalty", "walkout, strike", "levy, tax"})
  void the_next_more_general_word_is_wider_and_not_akin(String one, String other) {
    assertThat(meaning(one).isWider(meaning(other))).isTrue();
    assertThat(meaning(other).isWider(meaning(one))).isTrue();
    assertThat(meaning(one).isAkin(meaning(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "arrested, convicted",
    "sued, jailed",
    "bridge, minister",
    "knee, ankle",
    "said, denied"
  })
  void words_that_only_go_together_are_nothing_to_each_other(String one, String other) {
    assertThat(meaning(one).isAkin(meaning(other))).isFalse();
    assertThat(meaning(one).isWider(meaning(other))).isFalse();
    assertThat(meaning(one).isOpposed(meaning(other))).isFalse();
  }

  @Test
  void a_verb_of_two_words_is_known_as_a_whole() {
    assertThat(phrase("gave up").isAkin(meaning("abandoned"))).isTrue();
  }

  @Test
  void a_word_that_nobody_knows_means_nothing_at_all() {
    assertThat(meaning("Falkenbräu").isAkin(meaning("Falkenbräu"))).isFalse();
    assertThat(phrase("the Falkenbräu").isOpposed(meaning("good"))).isFalse();
  }

  private static Thesaurus.Meaning meaning(String word) {
    return Thesaurus.english().meaning(TokenizedText.of(word).word(0).stem());
  }

  private static Thesaurus.Meaning phrase(String words) {
    return Thesaurus.english().meaning(TokenizedText.of(words).stems(0, 2));
  }
}
