package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  @CsvSource({"walkout, strike", "levy, tax", "robbery, theft"})
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
  void where_a_family_of_the_gate_speaks_it_has_precedence() {
    Senses senses = senses("They settled for peace", "They agreed a truce and resumed the war");
    assertThat(senses.akin(3, 3)).isTrue();
    assertThat(senses.akin(3, 7)).isFalse();
    assertThat(senses.unlike(3, 7)).isTrue();
  }

  @Test
  void a_word_is_borne_by_one_that_can_mean_the_same_and_not_by_its_opposite() {
    assertThat(senses("He purchased it", "He bought it").isBorne(1)).isTrue();
    assertThat(senses("It is frequent", "It is common").isBorne(2)).isTrue();
    assertThat(senses("It is frequent", "It is infrequent").isBorne(2)).isFalse();
  }

  @Test
  void what_the_evidence_denies_is_denied_under_another_name_as_well() {
    String evidence = "The archive did not exhibit the letters in spring.";
    assertThat(objections("The archive did not display the letters in spring.", evidence))
        .isEmpty();
    assertThat(objections("The archive displayed the letters in spring.", evidence))
        .anyMatch(objection -> objection.what().equals("displayed"));
  }

  @Test
  void a_speaker_may_be_said_to_call_for_what_he_demanded() {
    String evidence = "The widows' spokeswoman, Ruth Abel, demanded an inquiry.";
    assertThat(objections("Ruth Abel called for an inquiry.", evidence)).isEmpty();
    assertThat(objections("Ruth Abel promised an inquiry.", evidence)).isNotEmpty();
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

  private static Senses senses(String sentence, String evidence) {
    return new Senses(TokenizedText.of(sentence), TokenizedText.of(evidence), FactLexicon.ENGLISH);
  }

  private static List<Objection> objections(String sentence, String evidence) {
    return FactGate.check(sentence, List.of(evidence), "en");
  }
}
