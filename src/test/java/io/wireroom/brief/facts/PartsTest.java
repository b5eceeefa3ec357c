package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void a_noun_is_not_what_a_denied_verb_denies() {
    assertThat(
            FactGate.check(
                "Some 58 players put their names to the letter.",
                List.of("Of the players, 58 signed the letter. An heir has not been named."),
                "en"))
        .isEmpty();
  }

  @Test
  void the_same_verb_is() {
    assertThat(
            FactGate.check(
                "An heir has been named.", List.of("An heir has not been named yet."), "en"))
        .isNotEmpty();
  }

  @Test
  void the_word_before_tells_nouns_from_verbs() {
    TokenizedText noun = TokenizedText.of("their names");
    TokenizedText verb = TokenizedText.of("not named");
    TokenizedText either = TokenizedText.of("players name");

    assertThat(Parts.differ(noun, 1, verb, 1)).isTrue();
    assertThat(Parts.differ(noun, 1, noun, 1)).isFalse();
    assertThat(Parts.differ(either, 1, verb, 1)).isFalse();
  }
}
