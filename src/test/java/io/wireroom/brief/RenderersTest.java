package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RenderersTest {

  private static final Map<String, Brief> BRIEFS =
      Map.of(
          "plain", Briefs.harbour(),
          "short", Briefs.brief("en", "Rain", List.of(Briefs.bare("It rains.")), List.of(), null),
          "long", longBrief(),
          "emoji", emoji(),
          "bidi", bidi(),
          "hostile", hostile(),
          "thin", Briefs.thin("Members' vote on the pier", "Members vote today. Log in to read."));

  @Test
  void the_reference_read_and_rendered_again_is_the_same_to_the_byte() throws IOException {
    String reference = Files.readString(Path.of("src/test/resources/brief/reference.txt"));

    Brief brief = BriefTextReader.read(reference);

    assertThat(BriefText.write(brief)).isEqualTo(reference);
    assertThat(brief.keyTakeaways()).hasSize(3);
    assertThat(brief.furtherTakeaways()).hasSize(1);
    assertThat(brief.summary()).hasSize(3);
    assertThat(brief.opinion()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "short", "long", "emoji", "bidi", "hostile", "thin"})
  void renders_as_the_golden_files_say(String name) {
    Brief brief = brief(name);

    Golden.matches(name + ".txt", BriefText.write(brief));
    Golden.matches(name + ".md", BriefMarkdown.write(brief));
    Golden.matches(name + ".html", BriefHtml.page(brief));
    Golden.matches(name + ".fragment.html", BriefHtml.fragment(brief));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "short", "long", "emoji", "bidi", "hostile", "thin"})
  void text_read_and_written_again_is_the_same(String name) {
    String text = BriefText.write(brief(name));

    assertThat(BriefText.write(BriefTextReader.read(text))).isEqualTo(text);
    assertThat(text).endsWith("\n\n\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "short", "long", "emoji", "bidi", "hostile", "thin"})
  void front_matter_is_yaml_that_says_what_the_brief_says(String name) {
    Brief brief = brief(name);
    String yaml = BriefMarkdown.write(brief).split("(?m)^---$", 3)[1];

    Object matter = new Load(LoadSettings.builder().build()).loadFromString(yaml);

    assertThat(matter)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("id", brief.id())
        .containsEntry("url", brief.origin().url())
        .containsEntry("published", "2026-03-02T06:00:00Z")
        .containsEntry("tags", brief.origin().tags())
        .containsEntry("title", Plain.line(brief.headline()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "short", "long", "emoji", "bidi", "hostile", "thin"})
  void html_shows_the_words_and_loads_nothing(String name) {
    Brief brief = brief(name);

    Document page = Jsoup.parse(BriefHtml.page(brief));

    assertThat(page.select("h1").text()).isEqualTo(Plain.line(brief.headline()));
    assertThat(page.select("li").eachText())
        .isEqualTo(brief.takeaways().stream().map(claim -> Plain.line(claim.text())).toList());
    assertThat(page.select("img, script, iframe, [onerror], [src]")).isEmpty();
    assertThat(page.select("a").eachAttr("href")).containsExactly(brief.origin().url());
  }

  @Test
  void a_language_written_from_right_to_left_says_so() {
    assertThat(BriefHtml.page(bidi())).contains("<html lang=\"he\" dir=\"rtl\">");
    assertThat(BriefHtml.fragment(Briefs.brief("und", "?", List.of(), List.of(), null)))
        .startsWith("<article dir=\"auto\">");
  }

  @Test
  void markdown_escapes_what_would_be_markup() {
    assertThat(BriefMarkdown.escape("# no *heading* [x](y) <b> `c` &amp; a|b"))
        .isEqualTo("\\# no \\*heading\\* \\[x\\](y) \\<b\\> \\`c\\` \\&amp; a\\|b");
    assertThat(BriefMarkdown.escape("12. March")).isEqualTo("12\\. March");
    assertThat(BriefMarkdown.escape("- dash\n- dash")).isEqualTo("\\- dash - dash");
    assertThat(BriefMarkdown.escape("3.5 % at 10:30")).isEqualTo("3.5 % at 10:30");
  }

  @Test
  void only_web_addresses_become_links() {
    assertThat(WebLink.of("javascript:alert(1)")).isEmpty();
    assertThat(WebLink.of("https:///path")).isEmpty();
    assertThat(WebLink.of("https://a.example/b c")).isEmpty();
    assertThat(WebLink.of("HTTPS://a.example/b")).contains("HTTPS://a.example/b");
  }

  @Test
  void an_empty_text_is_no_brief() {
    assertThatThrownBy(() -> BriefTextReader.read(" \n\n")).isInstanceOf(BadBrief.class);
  }

  private static Brief brief(String name) {
    return java.util.Objects.requireNonNull(BRIEFS.get(name));
  }

  private static Brief longBrief() {
    List<Claim> takeaways =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                i ->
                    Briefs.bare("Takeaway " + i + ": " + "the council weighs the plan. ".repeat(8)))
            .toList();
    return Briefs.brief(
        "en",
        "A very long headline " + "about the council and its plan ".repeat(9),
        takeaways,
        List.of(
            Briefs.paragraph("First sentence. ".repeat(20), "Second sentence.", "Third one."),
            Briefs.paragraph("Second paragraph."),
            Briefs.paragraph("Third paragraph.")),
        new Opinion("The plan is too long.\nIt should be shorter.", "small-model"));
  }

  private static Brief emoji() {
    return Briefs.brief(
        "en",
        "\uD83D\uDEA2\uD83D\uDC69\u200D\uD83D\uDE80 sail \uD83C\uDDEB\uD83C\uDDEE to \uD834\uDD1E",
        List.of(Briefs.bare("\uD83D\uDC4D\uD83C\uDFFD agreed, caf\u0065\u0301 too")),
        List.of(Briefs.paragraph("\uD840\uDC00\uD840\uDC01 are rare characters.")),
        null);
  }

  private static Brief bidi() {
    return Briefs.brief(
        "he",
        "נמל חיפה נסגר ל-3 ימים (East Basin)",
        List.of(Briefs.bare("\u202Eהנמל נסגר"), Briefs.bare("\u2067מחיר: £2.4m")),
        List.of(Briefs.paragraph("הנמל ייפתח ב-9 במרץ.")),
        null);
  }

  private static Brief hostile() {
    return Briefs.brief(
        "en\"><script>",
        "<script>alert('x')</script> & \u001B[31mred\u0007",
        List.of(
            Briefs.bare("[click](javascript:alert(1)) ![img](https://evil.example/x.png)"),
            Briefs.bare("<img src=x onerror=alert(1)>\n# heading\n- Editorial Opinion"),
            Briefs.bare("<!channel> *bold* _it_ `code` ~~no~~ | a | b |"),
            Briefs.bare("1. list\u2028---")),
        List.of(Briefs.paragraph("</article></html> &lt;b&gt;")),
        new Opinion("> quote **strong**", "model\"><b>"));
  }
}
