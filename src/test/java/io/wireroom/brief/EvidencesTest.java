package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.hash.Sha256;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvidencesTest {

  @Test
  void counts_code_points_not_utf16_units() {
    String text = "\uD83D\uDEA2 ahoy";

    Evidence evidence = Evidences.of(text, 3, 7);

    assertThat(evidence.start()).isEqualTo(2);
    assertThat(evidence.end()).isEqualTo(6);
    assertThat(evidence.quote()).isEqualTo(Sha256.hexOf("ahoy"));
    assertThat(evidence.article()).isEqualTo(Sha256.hexOf(text));
    assertThat(Evidences.in(text).span(evidence)).contains("ahoy");
  }

  @Test
  void hashes_as_everyone_does() {
    assertThat(Sha256.hexOf("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void refuses_a_span_that_cuts_a_character_or_is_empty() {
    assertThatThrownBy(() -> Evidences.of("\uD83D\uDEA2", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evidences.of("ship", 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evidences.of("ship", 2, 9))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void finds_no_span_outside_the_text() {
    Evidences evidences = Evidences.in("ship");
    String hash = evidences.articleHash();

    assertThat(evidences.span(new Evidence(hash, 0, 5, ""))).isEmpty();
    assertThat(evidences.span(new Evidence(hash, -1, 2, ""))).isEmpty();
    assertThat(evidences.span(new Evidence(hash, 2, 2, ""))).isEmpty();
    assertThat(evidences.span(new Evidence(hash, 2, 4, ""))).contains("ip");
  }

  @Property(tries = 300)
  void gives_back_the_span_it_was_made_of_anywhere_in_a_long_text(
      @ForAll @IntRange(max = 5000) int at, @ForAll @IntRange(min = 1, max = 900) int length) {
    String text = "a\uD83D\uDEA2\u00e9\uD834\uDD1E".repeat(1000);
    int start = text.offsetByCodePoints(0, Math.min(at, 3990));
    int end =
        text.offsetByCodePoints(start, Math.min(length, text.codePointCount(start, text.length())));

    Evidence evidence = Evidences.of(text, start, end);

    assertThat(evidence.start()).isEqualTo(text.codePointCount(0, start));
    assertThat(evidence.end()).isEqualTo(text.codePointCount(0, end));
    assertThat(Evidences.in(text).span(evidence)).contains(text.substring(start, end));
  }
}
