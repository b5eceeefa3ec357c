package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncationTest {

  @Test
  void leaves_a_short_text_as_it_is() {
    assertThat(Truncation.to("Ferries stop", 12)).isEqualTo("Ferries stop");
    assertThat(Truncation.to("", 0)).isEmpty();
  }

  @Test
  void cuts_between_words_and_counts_the_ellipsis() {
    assertThat(Truncation.to("Ferries stop at noon", 13)).isEqualTo("Ferries stop…");
    assertThat(Truncation.to("Ferries stop at noon", 12)).isEqualTo("Ferries…");
    assertThat(Truncation.to("Ferries, trains and trams", 10)).isEqualTo("Ferries…");
  }

  @Test
  void cuts_a_word_only_when_it_is_the_first_and_too_long() {
    assertThat(Truncation.to("Donaudampfschiff fährt", 8)).isEqualTo("Donauda…");
    assertThat(Truncation.to("A Donaudampfschiff", 8)).isEqualTo("A…");
  }

  @Test
  void cuts_between_characters_where_a_script_has_no_spaces() {
    assertThat(Truncation.to("東京湾の新しい橋が開通", 6)).isEqualTo("東京湾の新…");
    assertThat(Truncation.to("東京湾。新しい橋", 4)).isEqualTo("東京湾…");
  }

  @Test
  void never_cuts_a_link() {
    assertThat(Truncation.to("See https://news.example/a/very/long/path for more", 30))
        .isEqualTo("See…");
    assertThat(Truncation.to("https://news.example/a/very/long/path", 20)).isEqualTo("…");
    assertThat(Truncation.to("東京https://news.example/a/b", 12)).isEqualTo("東京…");
  }

  @Test
  void closes_the_direction_it_cut_open() {
    String cut = Truncation.to("Title \u2067שלום עולם גדול\u2069 end", 16);

    assertThat(cut).isEqualTo("Title \u2067שלום…\u2069");
    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDE9\uD83C\uDDEA",
        "\uD83D\uDC4D\uD83C\uDFFD",
        "e\u0301",
        "\u0BA8\u0BBF",
        "\u1112\u1161\u11AB",
        "\uD834\uDD1E"
      })
  void never_cuts_a_character(String character) {
    String text = character.repeat(5);

    for (int max = 0; max < text.length(); max++) {
      String cut = Truncation.to(text, max).replace("…", "");
      assertThat(cut.replace(character, "")).as("cut to %d", max).isEmpty();
    }
  }

  @Property(tries = 500)
  void never_exceeds_its_length_or_breaks_a_character(
      @ForAll("texts") String text, @ForAll @IntRange(max = 60) int max) {
    String cut = Truncation.to(text, max);

    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(Math.max(max, 0));
    if (!cut.equals(text)) {
      String kept = cut.replaceFirst("…[\u202C\u2069]*$", "");
      List<String> characters = characters(text);
      assertThat(characters(kept)).isEqualTo(characters.subList(0, characters(kept).size()));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "ferry",
            " ",
            ", ",
            "\uD83D\uDEA2",
            "\uD83C\uDDEB\uD83C\uDDEE",
            "e\u0301",
            "橋",
            "שלום",
            "\u2067",
            "\u2069",
            "https://x.example/y",
            "\uD83D\uDC69\u200D\uD83D\uDE80",
            "。",
            "\n")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static List<String> characters(String text) {
    return Pattern.compile("\\X").matcher(text).results().map(match -> match.group()).toList();
  }
}
