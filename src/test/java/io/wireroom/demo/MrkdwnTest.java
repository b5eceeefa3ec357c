package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "*bold* and _italic_ and ~gone~ | <b>bold</b> and <i>italic</i> and <s>gone</s>",
        "*bold with _italic_ inside* | <b>bold with <i>italic</i> inside</b>",
        "2 * 3 * 4 | 2 * 3 * 4",
        "snake_case_name | snake_case_name",
        "a `code *x*` b | a <code>code *x*</code> b",
        "Smith &amp; Sons &lt;b&gt; | Smith &amp; Sons &lt;b&gt;",
        "&amp;lt; | &amp;lt;",
        ":newspaper: at 12:30:45 :unknown: | 📰 at 12:30:45 :unknown:",
        "&gt; said | <blockquote>said</blockquote>",
      })
  void shows_what_slack_shows(String mrkdwn, String html) {
    assertThat(Mrkdwn.html(mrkdwn)).isEqualTo(html);
  }

  @Test
  void links_keep_their_label_and_open_elsewhere() {
    assertThat(Mrkdwn.html("<https://a.example/?x=1&amp;y=2|A &amp; B>"))
        .isEqualTo(
            "<a href=\"https://a.example/?x=1&amp;y=2\" target=\"_blank\""
                + " rel=\"noopener noreferrer\">A &amp; B</a>");
  }

  @Test
  void mentions_are_shown_as_mentions() {
    assertThat(Mrkdwn.html("<!channel> <@U1>"))
        .isEqualTo("<span class=\"mention\">@channel</span> <span class=\"mention\">@U1</span>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "*<b onmouseover=alert(1)>*",
      })
  void hostile_text_becomes_text(String hostile) {
    assertThat(
            Jsoup.parseBodyFragment(Mrkdwn.html(hostile))
                .body()
                .select("script,img,[onerror],[onmouseover]"))
        .isEmpty();
  }

  @Test
  void links_that_run_scripts_are_no_links() {
    assertThat(Mrkdwn.html("<javascript:alert(1)|click>")).doesNotContain("<a");
    assertThat(Mrkdwn.html("<https://a.example/\" onmouseover=\"alert(1)|x>"))
        .doesNotContain("\" onmouseover");
  }

  @Property(tries = 2000)
  void no_text_makes_an_element_that_is_not_ours(
      @ForAll
          @Chars({'<', '>', '&', '*', '_', '~', '`', '|', ':', '"', '\'', '\n', ' ', ';', '/'})
          @CharRange(from = 'a', to = 'e')
          @StringLength(max = 60)
          String text) {
    assertThat(
            Jsoup.parseBodyFragment(Mrkdwn.html(text))
                .body()
                .select("*")
                .not(
                    "body,b,i,s,code,pre,br,blockquote,a[href^=http],a[href^=mailto],span.mention"))
        .isEmpty();
  }
}
