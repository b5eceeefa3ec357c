package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Pages nested deeper than any honest one, where jsoup's own bookkeeping was seen to fail. */
class HtmlTest {
  private static final List<String> TAGS =
      List.of(
          "<div>",
          "</div>",
          "<p>",
          "<table><tr><td>",
          "</table>",
          "<template>",
          "</template>",
          "<svg><math>",
          "<b><i><a>",
          "<select><option>",
          "<frameset>",
          "</body>");

  private static final String LOST_BY_JSOUP = "<template><svg><math>".repeat(400);

  @Test
  void keeps_the_text_of_a_page_that_jsoup_gives_up_on() {
    String page = "<p>first</p>" + LOST_BY_JSOUP + "<p>last";
    assertThatThrownBy(() -> Jsoup.parse(page, "", Parser.htmlParser().setMaxDepth(256)))
        .isInstanceOf(ValidationException.class);
    assertThat(Html.parse(page, "").body().wholeText()).contains("first", "last");
  }

  @Test
  void takes_a_tag_whose_name_never_ends_for_text() {
    String page = "<p>first</p><d\u0000" + "a\u0000".repeat(200) + "<p>last";
    Document document = Html.parse(page, "");
    assertThat(document.select("p").eachText()).containsExactly("first", "last");
    assertThat(document.body().wholeText()).contains("<d");
  }

  @Property(tries = 300)
  void never_fails(@ForAll("pages") String page) {
    Document document = Html.parse(page, "https://site.example/");
    assertThat(document.body()).isNotNull();
    assertThat(document.stream().mapToInt(node -> node.parents().size()).max().orElse(0))
        .isLessThanOrEqualTo(256);
  }

  @Provide
  Arbitrary<String> pages() {
    Arbitrary<String> run =
        Arbitraries.of(TAGS)
            .flatMap(
                tag ->
                    Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(1, 400))
                        .map(times -> tag.repeat(times) + "x"));
    return run.list().ofMaxSize(8).map(runs -> String.join("", runs));
  }
}
