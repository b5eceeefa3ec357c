package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <b>Bold</b> &amp; plain       | Bold & plain
          one<br/>two                   | one two
          3 < 5 and 7 > 6               | 3 < 5 and 7 > 6
          What <T> means in Java        | What <T> means in Java
          About the &lt;div&gt; tag     | About the <div> tag
          a&nbsp;&nbsp;b                | a b
          x<script>alert('<b>')</script>y | x y
          """)
  void makes_plain_text_of_titles(String html, String plain) {
    assertThat(HtmlText.plain(html).replace(" ", "")).isEqualTo(plain.replace(" ", ""));
  }

  @Test
  void escapes_only_what_would_be_read_as_markup() {
    assertThat(HtmlText.escape("R&D: if a < b, use <b> or &lt;"))
        .isEqualTo("R&D: if a < b, use &lt;b> or &amp;lt;");
  }

  @Test
  void makes_addresses_in_markup_absolute_and_touches_nothing_else() {
    assertThat(
            HtmlAddresses.absolute(
                "<p>href=\"x\" <a  href='b.html#c'>b</a><img src=\"/i.png\"><a"
                    + " href=\"#n\">n</a></p>",
                "http://a/d/e"))
        .isEqualTo(
            "<p>href=\"x\" <a  href='http://a/d/b.html#c'>b</a><img src=\"http://a/i.png\"><a"
                + " href=\"#n\">n</a></p>");
  }
}
