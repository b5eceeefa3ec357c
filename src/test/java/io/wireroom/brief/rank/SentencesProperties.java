package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SentencesProperties {

  @Property
  void ranges_are_in_order_and_hold_every_letter_once(
      @ForAll("texts") String text, @ForAll("languages") String language) {
    int last = 0;
    long letters = 0;
    for (Sentence sentence : new Sentences(language).split(text)) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
      assertThat(sentence.end()).isGreaterThan(sentence.start()).isLessThanOrEqualTo(text.length());
      String words = sentence.in(text);
      assertThat(words).isEqualTo(words.strip());
      letters += letters(words);
      last = sentence.end();
    }
    assertThat(letters).isEqualTo(letters(text));
  }

  @Property
  void never_cuts_a_character_in_two(
      @ForAll("texts") String text, @ForAll("languages") String language) {
    for (Sentence sentence : new Sentences(language).split(text)) {
      assertThat(Character.isLowSurrogate(text.charAt(sentence.start()))).isFalse();
      assertThat(Character.isHighSurrogate(text.charAt(sentence.end() - 1))).isFalse();
    }
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("en", "de", "fr", "es", "it", "pt", "nl", "und", "ja");
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "The river ",
            "rose",
            ". ",
            "Mr. Oak",
            " said",
            ", ",
            "\"",
            "'",
            "“",
            "” ",
            "(",
            ")",
            " -- ",
            "? ",
            "!",
            "…",
            "... ",
            "\n",
            "\n\n",
            "• ",
            "3. ",
            "U.S. ",
            "It ",
            "he ",
            "😀",
            "👩‍🚒 ",
            "𝒜",
            "雨。",
            "と",
            "שלום. ",
            "؟ ",
            "é",
            "4.5",
            "However, ",
            "But ",
            "PARIS (AFP) - ",
            "and ",
            "after ",
            "who was 26, ",
            "\u00a0",
            "\t")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", List.copyOf(pieces)));
  }
}
