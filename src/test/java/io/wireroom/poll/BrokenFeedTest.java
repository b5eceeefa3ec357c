package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokenFeedTest {
  private final FeedParser parser = new FeedParser();

  private Feed parse(String feed) throws FeedException {
    return parser.parse(feed.getBytes(UTF_8), Map.of(), "https://example.org/");
  }

  private String title(String feed) throws FeedException {
    return String.valueOf(parse(feed).title());
  }

  @Test
  void keeps_bare_ampersands_and_less_than_signs() throws FeedException {
    assertThat(title("<rss><channel><title>R&D & 1 < 2 &bogus; &copy=</title></channel></rss>"))
        .isEqualTo("R&D & 1 < 2 &bogus; &copy=");
  }

  @Test
  void knows_the_entities_of_html_though_no_dtd_declares_them() throws FeedException {
    assertThat(
            title(
                "<rss><channel><title>caf&eacute; &hellip;"
                    + " &#146;&#x94;&#0;</title></channel></rss>"))
        .isEqualTo("café … ’”");
  }

  @Test
  void drops_control_characters() throws FeedException {
    assertThat(
            title("<rss><channel><title>a\u0001b\u0000<![CDATA[\u001fc]]></title></channel></rss>"))
        .isEqualTo("abc");
  }

  @Test
  void reads_past_junk_before_the_prolog_and_after_the_root() throws FeedException {
    assertThat(
            title(
                "\n"
                    + "<br /><b>Warning</b>: in x.php on line 3\n"
                    + "<?xml version='1.0'?><rss><channel><title>t</title></channel></rss><!-- 1s"
                    + " --><script>x</script>"))
        .isEqualTo("t");
  }

  @Test
  void supplies_missing_end_tags() throws FeedException {
    Feed feed =
        parse(
            "<rss><channel><title>Feed<link>http://example.org/</link><item><title>One<link>/1</link><description>a"
                + " <b>b</description><item><title>Two</title><link>/2</item>");
    assertThat(feed.title()).isEqualTo("Feed");
    assertThat(feed.link()).isEqualTo("http://example.org/");
    assertThat(feed.entries()).extracting(Feed.Entry::title).containsExactly("One", "Two");
    assertThat(feed.entries())
        .extracting(Feed.Entry::link)
        .containsExactly("https://example.org/1", "https://example.org/2");
  }

  @Test
  void ignores_stray_end_tags() throws FeedException {
    assertThat(
            parse("<rss><channel></p><item></b><title>One</title></item></div></channel></rss>")
                .entries())
        .hasSize(1);
  }

  @Test
  void reads_entries_outside_their_channel_and_without_a_root() throws FeedException {
    assertThat(parse("<rss><channel></channel><item><title>x</title></item></rss>").entries())
        .hasSize(1);
    assertThat(parse("<item><title>x</title></item><item><title>y</title></item>").entries())
        .hasSize(2);
  }

  @Test
  void keeps_what_came_before_the_document_broke_off() throws FeedException {
    assertThat(parse("<rss><channel><item><title>One</title></item><item><title>Tw").entries())
        .extracting(Feed.Entry::title)
        .containsExactly("One", "Tw");
    assertThat(
            parse("<rss><channel><item><description><![CDATA[<p>text").entries().get(0).summary())
        .isEqualTo("<p>text");
    assertThat(
            parse("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1},{\"id\":2")
                .entries())
        .hasSize(1);
  }

  @Test
  void knows_usual_prefixes_that_nobody_declared() throws FeedException {
    assertThat(
            parse("<rss><channel><item><dc:creator>Ann</dc:creator></item></channel></rss>")
                .entries()
                .get(0)
                .authors())
        .containsExactly("Ann");
  }

  @Test
  void follows_a_declared_prefix_wherever_it_leads() throws FeedException {
    assertThat(
            parse(
                    "<rss xmlns:x='http://purl.org/dc/elements/1.1/'><channel><item><x:creator>Ann</x:creator></item></channel></rss>")
                .entries()
                .get(0)
                .authors())
        .containsExactly("Ann");
    assertThat(
            parse(
                    "<rss><channel><title>t</title><foreign"
                        + " xmlns='http://example.org/other'><title>no</title></foreign></channel></rss>")
                .title())
        .isEqualTo("t");
  }

  @Test
  void reads_attributes_without_quotes_and_with_a_quote_lost() throws FeedException {
    assertThat(parse("<feed><link href=/a rel=alternate></feed>").link())
        .isEqualTo("https://example.org/a");
    assertThat(
            parse(
                    "<rss><channel><item><guid"
                        + " isPermaLink=\"true>http://example.org/1</guid><title>t</title></item></channel></rss>")
                .entries()
                .get(0)
                .title())
        .isEqualTo("t");
  }

  @Test
  void expands_simple_entities_only() throws FeedException {
    assertThat(
            title(
                "<!DOCTYPE rss [<!ENTITY co 'Example &amp;"
                    + " Co'>]><rss><channel><title>&co;</title></channel></rss>"))
        .isEqualTo("Example & Co");
    assertThat(
            title(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM"
                    + " 'file:///etc/passwd'>]><rss><channel><title>a&x;b</title></channel></rss>"))
        .isEqualTo("a&x;b");
  }

  @Test
  void does_not_let_entities_explode() throws FeedException {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a '"
            + "x".repeat(900)
            + "'><!ENTITY b '"
            + "&a;".repeat(300)
            + "'>]>"
            + "<rss><channel><item><description>"
            + "&a;&b;".repeat(5_000)
            + "</description></item></channel></rss>";
    assertThat(parse(bomb).entries().get(0).summary()).hasSizeLessThan(200_000);
  }

  @Test
  void bounds_depth_entries_and_field_sizes() throws FeedException {
    assertThat(parse("<rss><channel>" + "<x>".repeat(50_000) + "<item/>").entries()).hasSize(1);
    assertThat(parse("<rss>" + "<item/>".repeat(20_000)).entries()).hasSize(10_000);
    assertThat(parse("<rss><item><description>" + "x".repeat(3_000_000)).entries().get(0).summary())
        .hasSize(1_000_000);
  }

  @Test
  void forgets_the_namespaces_of_an_element_that_was_never_closed() throws FeedException {
    Feed feed =
        parse(
            "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                + "<item><x xmlns:dc='http://foreign.example/'><dc:creator>nobody</dc:creator>"
                + "<item><dc:creator>Ann</dc:creator></item></channel></rss>");
    assertThat(feed.entries()).extracting(Feed.Entry::authors).contains(List.of("Ann"));
  }

  @Test
  void takes_what_is_too_long_for_a_name_for_text() throws FeedException {
    String endless = "<" + "a".repeat(300);
    assertThat(title("<rss><channel><title>t " + endless + "</title></channel></rss>"))
        .isEqualTo("t " + endless);
  }

  @Test
  void grows_by_the_address_that_links_are_relative_to_no_more_than_a_feed_needs()
      throws FeedException {
    String item = "<item><link href='a'/><description>&lt;a href='b'>b&lt;/a></description></item>";
    String base = "https://example.org/" + "b".repeat(900) + "/";
    Feed feed =
        parse("<rss xml:base='" + base + "'><channel>" + item.repeat(9_000) + "</channel></rss>");
    assertThat(feed.entries()).hasSize(9_000);
    assertThat(feed.entries().get(0).link()).isEqualTo(base + "a");
    assertThat(feed.entries().stream().mapToLong(BrokenFeedTest::length).sum())
        .isLessThan(11_000_000);
  }

  private static long length(Feed.Entry entry) {
    return String.valueOf(entry.link()).length() + String.valueOf(entry.summary()).length();
  }
}
