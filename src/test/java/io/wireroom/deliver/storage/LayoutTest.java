package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Letters;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

  private static final Instant PUBLISHED = Instant.parse("2026-03-02T23:59:59Z");

  @ParameterizedTest
  @CsvSource({
    "dt={published:yyyy-MM-dd}/{id}.{format}, dt=2026-03-02/b1f0aa.json",
    "{source}/{published:yyyy/MM/dd}/{id}, kelmouth/2026/03/02/b1f0aa",
    "{language}/{story}/{slug}-{id}.{format}, en/s70ry/six-ferries-fur-alle-b1f0aa.json",
    "{made:HHmm}/{id}, 0929/b1f0aa",
    "{published}/{id}, 2026-03-02/b1f0aa",
    "{published:MMM}/{id}, Mar/b1f0aa"
  })
  void fills_in_what_the_template_names(String template, String key) {
    assertThat(new Layout(template).key(Letters.brief("Six ferries – für alle", PUBLISHED), "json"))
        .isEqualTo(key);
  }

  @Test
  void a_brief_without_a_date_lies_where_it_was_made() {
    assertThat(new Layout("{published:yyyy-MM-dd}/{id}").key(Letters.brief("x", null), "md"))
        .isEqualTo("2026-03-04/b1f0aa");
  }

  @Test
  void the_same_brief_has_the_same_name_every_time() {
    Layout layout = new Layout("dt={published:yyyy-MM-dd}/{slug}/{id}.{format}");

    assertThat(layout.key(Letters.brief(), "json")).isEqualTo(layout.key(Letters.brief(), "json"));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, etc-passwd",
    "'..', untitled",
    "'\u65e5\u672c\u8a9e', untitled",
    "'It\u2019s Ida\u2019s', its-idas",
    "'a\u0001b\u202Ec\nd', a-b-c-d",
    "'\ufb01sh & chips', fish-chips",
    "${bean:x} {id}, bean-x-id"
  })
  void a_headline_makes_a_plain_slug(String headline, String slug) {
    assertThat(new Layout("{slug}").key(Letters.brief(headline, PUBLISHED), "json"))
        .isEqualTo(slug);
  }

  @Test
  void a_long_headline_is_cut_between_words() {
    String slug =
        new Layout("{slug}").key(Letters.brief("harbour ferries ".repeat(30), PUBLISHED), "json");

    assertThat(slug).hasSizeLessThanOrEqualTo(60).matches("(harbour|ferries)(-(harbour|ferries))*");
    assertThat(new Layout("{slug}").key(Letters.brief("x".repeat(500), PUBLISHED), "json"))
        .isEqualTo("x".repeat(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../..", "/etc", "a/../../b", "\u0000", "\n", "C:\\x", "a//b", "."})
  void nothing_that_a_page_says_leads_out_of_the_folder(String hostile) {
    Brief plain = Letters.brief(hostile, PUBLISHED);
    Brief.Origin origin = plain.origin();
    Brief brief =
        new Brief(
            hostile,
            hostile,
            hostile,
            new Brief.Origin(
                hostile,
                hostile,
                origin.url(),
                origin.link(),
                origin.authors(),
                PUBLISHED,
                hostile,
                origin.tags(),
                null),
            plain.headline(),
            plain.status(),
            plain.teaser(),
            plain.takeaways(),
            plain.summary(),
            null,
            plain.made());

    String key =
        new Layout("{id}/{story}/{source}/{language}/{slug}/{published:'../'yyyy}")
            .key(brief, "json");

    assertThat(Arrays.asList(key.split("/", -1)))
        .doesNotContain("..", ".", "")
        .allMatch(segment -> segment.matches("[A-Za-z0-9._=@+-]+"));
  }

  @Test
  void a_template_that_the_config_would_refuse_is_refused() {
    Layout layout = new Layout("{author}/{id}");

    assertThatThrownBy(() -> layout.key(Letters.brief(), "json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{author}");
  }
}
