package io.wireroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.poll.Html;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleExtractorTest {
  private static final URI URL = URI.create("https://site.example/news/2024/05/06/bridge");

  private static final String PROSE =
      "The bridge over the river was opened to traffic on Monday after nine months of work, the"
          + " town said, and the first cars crossed it at noon. ";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Extract read(String body) {
    return extractor.extract("<html><body>" + body + "</body></html>", URL);
  }

  private static String paragraphs(int count) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < count; i++) {
      html.append("<p>").append(PROSE).append("It was day ").append(i).append(".</p>");
    }
    return html.toString();
  }

  @Test
  void calls_fewer_than_fifty_words_thin_and_more_full() {
    assertThat(read("<article><p>" + PROSE + "</p></article>").status())
        .isEqualTo(ArticleStatus.THIN);
    assertThat(read("<article>" + paragraphs(2) + "</article>").status())
        .isEqualTo(ArticleStatus.FULL);
  }

  @Test
  void calls_a_page_that_is_not_free_gated_only_while_its_text_is_short() {
    String sold = "<meta itemprop=isAccessibleForFree content=False>";
    assertThat(read(sold + paragraphs(2)).status()).isEqualTo(ArticleStatus.GATED);
    assertThat(read(sold + paragraphs(12)).status()).isEqualTo(ArticleStatus.FULL);
  }

  @Test
  void calls_a_page_gated_that_asks_for_an_account_below_its_teaser() {
    String wall = "<div><p>Jetzt weiterlesen mit Konto.</p></div>";
    Extract extract = read("<article>" + paragraphs(2) + wall + "</article>");
    assertThat(extract.status()).isEqualTo(ArticleStatus.GATED);
    assertThat(extract.text()).doesNotContain("weiterlesen");
  }

  @Test
  void does_not_take_a_subscription_offer_in_the_head_of_the_page_for_a_wall() {
    String head = "<header><p>Already a subscriber? Log in.</p></header>";
    assertThat(read(head + "<main>" + paragraphs(2) + "</main>").status())
        .isEqualTo(ArticleStatus.FULL);
  }

  @Test
  void keeps_an_article_whole_that_is_cut_into_columns() {
    String column = "<div class='grid-col'>" + paragraphs(3) + "</div>";
    String links = "<div><a href='/x'>Ten things to see in town before the end of summer</a></div>";
    Extract extract =
        read("<div class='story'>" + column + links + column.replace("day", "night") + "</div>");
    assertThat(extract.text()).contains("day 2").contains("night 2").doesNotContain("Ten things");
  }

  @Test
  void leaves_out_comments_that_are_longer_than_the_article() {
    Extract extract =
        read(
            "<div id=article>"
                + paragraphs(2)
                + "</div><div class='comments-area'>"
                + paragraphs(9).replace("bridge", "comment")
                + "</div>");
    assertThat(extract.text()).contains("bridge").doesNotContain("comment");
  }

  @Test
  void does_not_mistake_the_categories_among_a_posts_class_names_for_parts_of_the_page() {
    String post =
        "<div class='hentry status-publish category-social tag-sidebar tag-related-news'>";
    Extract extract =
        read(
            post
                + paragraphs(3)
                + "</div><div>"
                + paragraphs(4).replace("river", "lake")
                + "</div>");
    assertThat(extract.text()).contains("river");
  }

  @Test
  void keeps_a_long_text_whatever_its_author_called_it() {
    Extract extract =
        read(
            "<div id=a>"
                + paragraphs(8)
                + "<div class='promo-box'>"
                + paragraphs(6).replace("day", "night")
                + "</div></div>");
    assertThat(extract.text()).contains("day 7").contains("night 5");
  }

  @Test
  void keeps_sentences_that_begin_like_a_notice() {
    String sentences =
        "<p>Subscribers to the line will be told by letter when their connection moves"
            + " over.</p><p>Published in 1903, the plan for the bridge had been forgotten until"
            + " last year.</p><p>Don't miss the point, the mayor said, this is about the people on"
            + " both banks.</p>";
    Extract extract = read("<article>" + paragraphs(2) + sentences + paragraphs(1) + "</article>");
    assertThat(extract.text())
        .contains("Subscribers to")
        .contains("Published in")
        .contains("Don't miss");
  }

  @Test
  void leaves_out_notices_between_paragraphs() {
    String notices =
        "<p>Advertisement</p><p>Read more: <a href='/1'>How the bridge was planned</a></p>"
            + "<p>Sign up for our newsletter and never miss a bridge again.</p>"
            + "<p>Follow us on Facebook and Instagram</p>";
    Extract extract = read("<article>" + paragraphs(2) + notices + paragraphs(1) + "</article>");
    assertThat(extract.text()).doesNotContainIgnoringCase("newsletter").doesNotContain("Read more");
    assertThat(extract.text()).doesNotContain("Follow us").doesNotContain("Advertisement");
  }

  @Test
  void separates_blocks_by_one_blank_line_and_lines_by_a_break() {
    String text =
        read("<article>" + paragraphs(2) + "<p>One<br>two</p><ul><li>a<li>b</ul></article>").text();
    assertThat(text).endsWith("\n\nOne\ntwo\n\na\n\nb").doesNotContain("\n\n\n");
  }

  @Test
  void reads_text_in_noscript_when_the_page_has_no_other() {
    String shell =
        "<div id=app></div><noscript><article>" + paragraphs(3) + "</article></noscript>";
    assertThat(read(shell).text()).contains("day 2");
    assertThat(
            read("<article>"
                    + paragraphs(3)
                    + "</article><noscript><p>"
                    + PROSE
                    + "No.</p></noscript>")
                .text())
        .doesNotContain("No.");
  }

  @Test
  void decodes_bytes_as_a_browser_would() {
    String html =
        "<html><head><meta charset='iso-8859-1'><title>Café “Zürich”</title></head></html>";
    byte[] cp1252 = html.getBytes(Charset.forName("windows-1252"));
    assertThat(extractor.extract(cp1252, "text/html", URL).title()).isEqualTo("Café “Zürich”");
    byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
    assertThat(extractor.extract(utf8, "text/html; charset=utf-8", URL).title())
        .isEqualTo("Café “Zürich”");
    String plain = "<title>서울</title>";
    assertThat(
            extractor
                .extract(plain.getBytes(Charset.forName("EUC-KR")), "text/html;charset=euc-kr", URL)
                .title())
        .isEqualTo("서울");
    assertThat(extractor.extract(plain.getBytes(StandardCharsets.UTF_8), null, URL).title())
        .isEqualTo("서울");
    byte[] marked = ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE);
    assertThat(extractor.extract(marked, "text/html; charset=iso-8859-1", URL).title())
        .isEqualTo("서울");
  }

  @Test
  void takes_the_date_from_the_address_when_the_page_gives_none() {
    assertThat(read(paragraphs(2)).published()).isEqualTo(Instant.parse("2024-05-06T00:00:00Z"));
  }

  @Test
  void reads_data_that_is_not_quite_json() {
    String data =
        "<script"
            + " type='application/ld+json'>/*<![CDATA[*/{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"A"
            + " bridge\n"
            + "is open\",\"author\":[{\"name\":\"Jane Example\"},\"John Sample\",],}"
            + "/*]]>*/</script>";
    Extract extract = read(data + paragraphs(2));
    assertThat(extract.title()).isEqualTo("A bridge is open");
    assertThat(extract.authors()).containsExactly("Jane Example", "John Sample");
  }

  @Test
  void does_not_take_the_front_page_for_an_articles_canonical_address() {
    Extract extract = read("<link rel=canonical href='https://site.example/'>" + paragraphs(2));
    assertThat(extract.canonicalUrl()).isNull();
  }

  @Test
  void refuses_addresses_that_are_not_of_the_web() {
    Extract extract =
        read("<meta property=og:image content='javascript:alert(1)'>" + paragraphs(2));
    assertThat(extract.image()).isNull();
  }

  @Test
  void does_what_a_users_selectors_say() {
    String html =
        "<div class=a>"
            + paragraphs(3)
            + "</div><div class=b><p>Short <i class=x>not this</i> one</p></div>";
    PageSelectors selectors = new PageSelectors(".b p", ".x");
    assertThat(extractor.extract(html, URL, selectors).text()).isEqualTo("Short one");
  }

  @Test
  void reads_pages_nested_deeper_than_any_stack() {
    String deep = "<div>".repeat(40_000) + PROSE;
    assertThat(read(deep).text()).contains("The bridge over the river");
  }

  @Test
  void reads_no_more_than_so_many_tags() {
    String html = "<p>x</p>".repeat(Html.MOST_TAGS) + "<p>" + PROSE + "</p>";
    assertThat(extractor.extract(html, URL).text()).doesNotContain("bridge");
  }

  @Test
  void keeps_captions_in_their_places_and_out_of_the_running_text() {
    String picture = "<figure><img src=a.jpg><figcaption>The bridge at noon</figcaption></figure>";
    Extract extract =
        read(
            "<article><h1>A bridge</h1>"
                + picture.replace("noon", "dawn")
                + paragraphs(2)
                + picture
                + "<h2>What comes next</h2><blockquote><p>We will see, the mayor"
                + " said.</p></blockquote><ul><li>A toll</li></ul>"
                + paragraphs(1).replace("day", "night")
                + picture.replace("noon", "midnight")
                + "</article>");
    assertThat(extract.text()).doesNotContain("bridge at noon").doesNotContain("at dawn");
    assertThat(extract.passages())
        .extracting(passage -> passage.kind().word())
        .containsExactly(
            "caption",
            "paragraph",
            "paragraph",
            "caption",
            "heading",
            "quotation",
            "list-item",
            "paragraph");
    assertThat(extract.passages().get(3).text()).isEqualTo("The bridge at noon");
  }

  @Test
  void does_not_take_a_headings_id_for_the_name_of_a_part() {
    String next = paragraphs(1).replace("day", "night");
    String heading = "<h2 id=what-comes-next-for-the-author>What comes next for the author</h2>";
    Extract extract =
        read("<h1>A bridge</h1><article>" + paragraphs(2) + heading + next + "</article>");
    assertThat(extract.text()).contains("What comes next for the author");
  }

  @Test
  void believes_no_name_that_most_paragraphs_bear() {
    String named = paragraphs(6).replace("<p>", "<p class='tagStyle_x1'>");
    String beside = "<div class=related><p>" + PROSE.replace("bridge", "ferry") + "</p></div>";
    assertThat(read("<div>" + named + beside + "</div>").text())
        .contains("day 5")
        .doesNotContain("ferry");
  }

  @Test
  void keeps_the_lead_above_the_region_of_the_text() {
    Extract extract =
        read(
            "<div><h1>A bridge</h1><div class=x><p>After nine months of work the town has its"
                + " bridge back, and with it its trade.</p></div><div class=body>"
                + paragraphs(3)
                + "</div></div>");
    assertThat(extract.text()).startsWith("After nine months");
  }

  @Test
  void finds_all_of_a_short_text_that_is_followed_by_many_links() {
    String links = "<div><a href='/t'>A tag of the post</a></div>".repeat(12);
    Extract extract =
        read("<div class=c><p>" + PROSE + "</p><p>" + PROSE + "Twice.</p>" + links + "</div>");
    assertThat(extract.text()).contains("Twice.").doesNotContain("A tag");
  }

  @Test
  void reads_an_article_once_that_its_page_has_in_two_forms() {
    Extract extract =
        read(
            "<div class=wide>"
                + paragraphs(4)
                + "</div><div class=narrow>"
                + paragraphs(4)
                + "</div>");
    assertThat(extract.text().split("It was day 2", -1)).hasSize(2);
  }

  @Test
  void reads_ruby_without_the_readings() {
    String ruby = "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字の本";
    assertThat(read("<article>" + paragraphs(2) + "<p>" + ruby + "</p></article>").text())
        .contains("漢字の本");
  }

  @Test
  void reads_documents_and_pictures_that_are_served_as_pages_as_empty() {
    byte[] pdf = ("%PDF-1.7\n" + PROSE.repeat(20)).getBytes(StandardCharsets.US_ASCII);
    assertThat(extractor.extract(pdf, "text/html", URL).status()).isEqualTo(ArticleStatus.EMPTY);
    assertThat(ArticleExtractor.binaryAt(pdf)).isZero();
    byte[] zeros = new byte[100];
    assertThat(ArticleExtractor.binaryAt(zeros)).isEqualTo(8);
    byte[] wide = ("<p>" + PROSE).getBytes(StandardCharsets.UTF_16LE);
    assertThat(extractor.extract(wide, "text/html; charset=utf-16le", URL).text())
        .contains("The bridge");
  }

  @Test
  void gives_an_empty_extract_for_nothing() {
    Extract extract = extractor.extract(new byte[0], null, null);
    assertThat(extract.status()).isEqualTo(ArticleStatus.EMPTY);
    assertThat(extract.text()).isEmpty();
    assertThat(extract.title()).isEmpty();
  }

  @Test
  void gives_the_time_of_day_that_the_page_says_beside_its_date() {
    String data =
        "<script"
            + " type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2019-11-18\"}"
            + "</script>";
    String old = "<time datetime='2019-11-10T08:00:00Z'>old</time>";
    String same = "<time datetime='2019-11-18T20:28:55+02:00'>then</time>";
    assertThat(read(data + same + paragraphs(2)).published())
        .isEqualTo(Instant.parse("2019-11-18T18:28:55Z"));
    assertThat(read(data + old + paragraphs(2)).published())
        .isEqualTo(Instant.parse("2019-11-18T00:00:00Z"));
  }

  @Test
  void takes_no_account_for_an_author_and_no_address_for_a_site_s_name() {
    Extract extract =
        read(
            "<meta property=og:site_name content='https://www.mill.example'><meta name=author"
                + " content=admin><script type='application/ld+json'>{\"@type\":\"Article\","
                + "\"publisher\":{\"name\":\"The Mill\"}}</script>"
                + paragraphs(2));
    assertThat(extract.siteName()).isEqualTo("The Mill");
    assertThat(extract.authors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Ann Lee, Bob Ray Associated Press | Ann Lee, Bob Ray",
        "Kevin McCoy Mill Daily and Jo Hay | Kevin McCoy, Jo Hay",
        "Jill Disis, Mill Daily Business | Jill Disis",
        "by Jeff Foust Monday, November 18, 2019 | Jeff Foust",
        "milladmin | ''",
        "Ada Badmington | Ada Badmington",
        "Reuters | Reuters"
      })
  void names_the_people_of_a_byline_and_not_whom_they_work_for(String byline, String names) {
    String head = "<meta property=og:site_name content='Mill Daily'>";
    Extract extract = read(head + "<p class=byline>" + byline + "</p>" + paragraphs(2));
    assertThat(String.join(", ", extract.authors())).isEqualTo(names);
  }
}
