package io.wireroom.brief.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixesTest {

  @ParameterizedTest
  @ValueSource(strings = {"unpatched", "inaccurate", "non-payment"})
  void first_letters_say_no_where_the_other_passage_has_the_plain_word(String word) {
    TokenizedText other = TokenizedText.of("A patch is out; accurate figures are not.");

    assertThat(Prefixes.sayNo(TokenizedText.of(word).word(0), other))
        .isEqualTo(List.of("unpatched", "inaccurate").contains(word));
  }

  @Test
  void a_pair_is_opposite_in_either_order_and_short_stems_are_none() {
    assertThat(Prefixes.areOpposite("fair", "unfair")).isTrue();
    assertThat(Prefixes.areOpposite("unfair", "fair")).isTrue();
    assertThat(Prefixes.areOpposite("fair", "fair")).isFalse();
    assertThat(Prefixes.areOpposite("ion", "union")).isFalse();
  }
}
