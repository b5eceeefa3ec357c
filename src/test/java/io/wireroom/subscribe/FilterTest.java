package io.wireroom.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Paragraph;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

  private static final List<String> NONE = List.of();

  private final Brief brief =
      brief("Open-source chip tools reach version 2", "Élan Labs ships its models to schools.");

  @Test
  void an_empty_filter_takes_every_brief() {
    assertThat(Filter.ALL.matches(brief)).isTrue();
    assertThat(Filter.ALL.explain(brief)).isEqualTo("matches: takes every brief");
  }

  @Test
  void one_shared_tag_is_enough_in_any_case() {
    Filter filter = new Filter(List.of("SPORT", "tech"), NONE, NONE, NONE, NONE, NONE);
    assertThat(filter.matches(brief)).isTrue();
    assertThat(filter.explain(brief)).isEqualTo("matches: it has the tag Tech");
  }

  @Test
  void without_a_shared_tag_it_says_which_tags_there_are() {
    Filter filter = new Filter(List.of("sport"), NONE, NONE, NONE, NONE, NONE);
    assertThat(filter.matches(brief)).isFalse();
    assertThat(filter.explain(brief))
        .isEqualTo("does not match: it has none of the tags sport (it has Tech, chips)");
  }

  @Test
  void any_all_and_none_look_at_headline_teaser_takeaways_and_summary() {
    assertThat(any("chip tools").matches(brief)).isTrue();
    assertThat(any("the teaser").matches(brief)).isTrue();
    assertThat(any("first takeaway").matches(brief)).isTrue();
    assertThat(any("élan labs").matches(brief)).isTrue();
    assertThat(any("unheard").matches(brief)).isFalse();
    assertThat(all("chip tools", "schools").matches(brief)).isTrue();
    assertThat(all("chip tools", "unheard").matches(brief)).isFalse();
    assertThat(none("unheard").matches(brief)).isTrue();
    assertThat(none("unheard", "schools").matches(brief)).isFalse();
  }

  @Test
  void a_phrase_does_not_span_two_parts_of_the_brief() {
    assertThat(any("version 2 the teaser").matches(brief)).isFalse();
  }

  @Test
  void sources_and_languages_are_conditions_too() {
    assertThat(new Filter(NONE, NONE, NONE, NONE, List.of("verge"), NONE).matches(brief)).isTrue();
    assertThat(new Filter(NONE, NONE, NONE, NONE, List.of("ars"), NONE).matches(brief)).isFalse();
    assertThat(new Filter(NONE, NONE, NONE, NONE, NONE, List.of("EN")).matches(brief)).isTrue();
    assertThat(new Filter(NONE, NONE, NONE, NONE, NONE, List.of("de")).matches(brief)).isFalse();
  }

  @Test
  void every_condition_that_fails_is_named() {
    Filter filter =
        new Filter(
            List.of("tech"),
            List.of("banana", "pear"),
            List.of("schools", "fig"),
            List.of("chip tools"),
            List.of("ars"),
            List.of("de"));
    assertThat(filter.explain(brief))
        .isEqualTo(
            "does not match: it comes from the source verge; its language is en;"
                + " it says none of \"banana\", \"pear\"; it does not say \"fig\";"
                + " it says \"chip tools\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open source    | Open-source tools               | true
          open source    | open   source                   | true
          open-source    | Open Source                     | true
          model          | two models                      | false
          model*         | two models                      | true
          model*         | a remodelled house              | false
          *phone         | smartphone sales                | true
          *phone         | phoned home                     | false
          *model*        | a remodelled house              | true
          AI             | said the maid                   | false
          ai             | AI, again                       | true
          C++            | in C++ and Java                 | true
          .NET           | on .NET 8                       | true
          net            | on .NET 8                       | true
          it's           | it’s here                       | true
          café           | CAFÉ                            | true
          cafe           | café                            | false
          straße         | STRASSE                         | true
          ПУТЬ           | новый путь                      | true
          東京             | 東京都で地震                          | true
          삼성             | 삼성이 발표                          | true
          กรุงเทพ        | ในกรุงเทพมหานคร                   | true
          ﬁne            | a fine day                      | true
          *              | anything                        | false
          """)
  void a_phrase_is_found_as_whole_words(String phrase, String text, boolean found) {
    assertThat(new Phrase(phrase).in(Phrase.plain(text))).isEqualTo(found);
  }

  @Test
  void a_base_letter_does_not_match_when_a_combining_mark_follows_it() {
    assertThat(new Phrase("naïv").in(Phrase.plain("nai\u0308v"))).isTrue();
    assertThat(new Phrase("q").in(Phrase.plain("q\u0308"))).isFalse();
  }

  private static Filter any(String... phrases) {
    return new Filter(NONE, List.of(phrases), NONE, NONE, NONE, NONE);
  }

  private static Filter all(String... phrases) {
    return new Filter(NONE, NONE, List.of(phrases), NONE, NONE, NONE);
  }

  private static Filter none(String... phrases) {
    return new Filter(NONE, NONE, NONE, List.of(phrases), NONE, NONE);
  }

  private static Brief brief(String headline, String summary) {
    return new Brief(
        "b1",
        "i1",
        "s1",
        new Brief.Origin(
            "verge",
            "The Verge",
            "https://example.com/1",
            "https://example.com/1",
            List.of(),
            null,
            "en",
            List.of("Tech", "chips"),
            null),
        headline,
        ArticleStatus.FULL,
        "The teaser.",
        List.of(new Claim("The first takeaway.", List.of())),
        List.of(new Paragraph(List.of(new Claim(summary, List.of())))),
        null,
        new Brief.Made("extractive", "1", null, "", 0, null, Instant.EPOCH));
  }
}
