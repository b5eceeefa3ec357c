package io.wireroom.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkupTest {

  private final Markup markdown = new Markdown();
  private final Markup html = new TelegramHtml();

  @Test
  void shows_marks_as_marks() {
    assertThat(markdown.escape("*a* _b_ `c` [d](e) #f"))
        .isEqualTo("\\*a\\* \\_b\\_ \\`c\\` \\[d\\]\\(e\\) \\#f");
    assertThat(html.escape("<b>a</b> & c")).isEqualTo("&lt;b&gt;a&lt;/b&gt; &amp; c");
  }

  @Test
  void begins_no_list() {
    assertThat(markdown.escape("2026. What a year")).isEqualTo("2026\\. What a year");
    assertThat(markdown.escape("- 5 degrees")).isEqualTo("\\- 5 degrees");
    assertThat(markdown.escape("3.5 million")).isEqualTo("3.5 million");
  }

  @Test
  void leaves_an_address_whole() {
    assertThat(markdown.escape("see https://example.com/a_b#c, *now*"))
        .isEqualTo("see https://example.com/a_b#c, \\*now\\*");
  }

  @Test
  void calls_nobody_and_keeps_addresses_of_mail_readable() {
    assertThat(html.escape("@news and ines@post.example at 10:30:45"))
        .isEqualTo("@\u2060news and ines@\u2060post.example at 10:30:45");
  }

  @Test
  void cuts_before_it_escapes() {
    assertThat(html.fit("Fish & chips & peas", 13)).isEqualTo("Fish &amp;\u2026");
    assertThat(markdown.fit("one **two**", 7)).isEqualTo("one\u2026");
  }

  @Test
  void closes_no_link_early() {
    assertThat(markdown.link("https://example.com/a_(b)", "x"))
        .isEqualTo("[x](https://example.com/a_%28b%29)");
    assertThat(html.link("https://example.com/?a=\"b\"&c", "x"))
        .isEqualTo("<a href=\"https://example.com/?a=&quot;b&quot;&amp;c\">x</a>");
  }
}
