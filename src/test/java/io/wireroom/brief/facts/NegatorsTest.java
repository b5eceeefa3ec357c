package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegatorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cabinet survived a vote of no confidence.",
        "A no-fly zone was declared.",
        "Eight people are missing, not 18 as radio had said.",
        "There is no doubt that the dam is safe.",
        "It was not only rain that fell.",
        "Ida Renn was found not guilty of theft.",
      })
  void these_deny_nothing_that_can_be_named(String text) {
    assertThat(Negators.in(TokenizedText.of(text), FactLexicon.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cabinet has no majority.",
        "Nobody was hurt.",
        "It was not 18 metres long.",
        "The money goes towards debt, not towards dividends.",
      })
  void these_do(String text) {
    assertThat(Negators.in(TokenizedText.of(text), FactLexicon.ENGLISH)).hasSize(1);
  }
}
