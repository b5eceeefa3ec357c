package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {
  private static final String BASE = "https://example.org/news/feed.xml";

  private final FeedParser parser = new FeedParser();

  private Feed parse(String feed) throws FeedException {
    return parser.parse(feed.getBytes(UTF_8), Map.of(), BASE);
  }

  private Feed.Entry item(String inside) throws FeedException {
    return parse("<rss version='2.0'><channel><item>" + inside + "</item></channel></rss>")
        .entries()
        .get(0);
  }

  private Feed.Entry entry(String inside) throws FeedException {
    return parse("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>")
        .entries()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rss version='0.91'/>                                                       | rss091u
          <!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'x'><rss version='0.91'/> | rss091n
          <rss version='2.0.1'/>                                                      | rss20
          <rdf:RDF xmlns='http://purl.org/rss/1.0/'/>                                 | rss10
          <rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'/>                   | rss090
          <feed version='0.3' xmlns='http://purl.org/atom/ns#'/>                      | atom03
          <feed xmlns='http://www.w3.org/2005/Atom'/>                                 | atom10
          <a:feed xmlns:a='http://www.w3.org/2005/Atom'/>                             | atom10
          <CHANNEL HREF='http://example.org/'/>                                       | cdf
          {"version": "https://jsonfeed.org/version/1", "items": []}                  | json1
          {"version": "https://jsonfeed.org/version/1.1", "items": []}                | json11
          <urlset/>                                                                   | sitemap
          """)
  void names_the_dialect(String document, String format) throws FeedException {
    assertThat(parse(document).format()).isEqualTo(format);
  }

  @Test
  void keeps_the_first_link_when_two_are_given() throws FeedException {
    assertThat(item("<link>/1</link><link>/2</link>").link()).isEqualTo("https://example.org/1");
  }

  @Test
  void prefers_the_link_to_a_page_among_alternates() throws FeedException {
    Feed.Entry entry =
        entry(
            "<link rel='self' href='s'/><link href='a.json' type='application/json'/><link href='a'/>");
    assertThat(entry.link()).isEqualTo("https://example.org/news/a");
  }

  @Test
  void takes_a_guid_for_the_link_only_when_it_is_one() throws FeedException {
    assertThat(item("<guid>http://example.org/9</guid>").link()).isEqualTo("http://example.org/9");
    assertThat(item("<guid isPermaLink='false'>http://example.org/9</guid>").link()).isNull();
    assertThat(item("<guid>tag:9</guid>").link()).isNull();
  }

  @Test
  void resolves_links_against_every_base_on_the_way_down() throws FeedException {
    Feed feed =
        parse(
            "<feed xml:base='/a/'><entry xml:base='b/'><link href='c'/>"
                + "<content type='html'>&lt;img src='d.png'></content></entry></feed>");
    assertThat(feed.entries().get(0).link()).isEqualTo("https://example.org/a/b/c");
    assertThat(feed.entries().get(0).content())
        .isEqualTo("<img src='https://example.org/a/b/d.png'>");
  }

  @Test
  void makes_one_line_of_plain_text_of_a_title() throws FeedException {
    assertThat(item("<title>Q&amp;amp;A:\n <![CDATA[<b>R&D</b>]]></title>").title())
        .isEqualTo("Q&A: R&D");
    assertThat(entry("<title type='html'>&lt;i>One&lt;/i> &amp;lt;b></title>").title())
        .isEqualTo("One <b>");
    assertThat(entry("<title type='text'>The &lt;b> tag</title>").title()).isEqualTo("The <b> tag");
    assertThat(entry("<title type='xhtml'><div>A <em>b</em></div></title>").title())
        .isEqualTo("A b");
  }

  @Test
  void reads_text_in_every_way_that_atom_may_hold_it() throws FeedException {
    assertThat(entry("<content type='text'>a &lt;b> &amp; c</content>").content())
        .isEqualTo("a &lt;b> & c");
    assertThat(entry("<content type='html'>&lt;p>a&lt;/p></content>").content())
        .isEqualTo("<p>a</p>");
    assertThat(entry("<content type='xhtml'><div><p>a &lt; b<br/></p></div></content>").content())
        .isEqualTo("<p>a &lt; b<br /></p>");
    assertThat(entry("<summary mode='base64'>PHA+aGk8L3A+</summary>").summary())
        .isEqualTo("<p>hi</p>");
  }

  @Test
  void takes_the_second_of_two_teasers_for_the_text() throws FeedException {
    Feed.Entry entry =
        item("<description>Short</description><content:encoded>Long</content:encoded>");
    assertThat(entry.summary()).isEqualTo("Short");
    assertThat(entry.content()).isEqualTo("Long");
    assertThat(item("<summary>Short</summary><description>Long</description>").content())
        .isEqualTo("Long");
  }

  @Test
  void reads_people_however_they_are_written() throws FeedException {
    assertThat(item("<author>ann@example.org (Ann Poe)</author>").authors())
        .containsExactly("Ann Poe");
    assertThat(item("<dc:creator>Ann Poe</dc:creator><dc:creator>Bo Li</dc:creator>").authors())
        .containsExactly("Ann Poe", "Bo Li");
    Feed.Entry entry =
        entry("<author><name>Ann</name><email>a@example.org</email><uri>/ann</uri></author>");
    assertThat(entry.details().authors())
        .containsExactly(new FeedDetails.Person("Ann", "a@example.org", "https://example.org/ann"));
    assertThat(entry.details().texts()).containsEntry("author", "Ann (a@example.org)");
  }

  @Test
  void lets_an_atom_entry_inherit_the_feeds_author() throws FeedException {
    Feed feed =
        parse("<feed><author><name>Ann</name></author><entry><title>x</title></entry></feed>");
    assertThat(feed.entries().get(0).authors()).containsExactly("Ann");
  }

  @Test
  void gathers_tags_from_every_vocabulary() throws FeedException {
    Feed.Entry entry =
        item(
            "<category domain='d'>One</category><dc:subject>Two</dc:subject><media:category>Three</media:category>"
                + "<itunes:category text='Four'><itunes:category text='Five'/></itunes:category>"
                + "<media:keywords>six, one</media:keywords>");
    assertThat(entry.categories()).containsExactly("One", "Two", "Three", "Four", "Five", "six");
    assertThat(entry.details().categories().get(0))
        .isEqualTo(new FeedDetails.Category("One", "d", null));
  }

  @Test
  void reads_enclosures_pictures_and_places() throws FeedException {
    Feed.Entry entry =
        item(
            "<enclosure url='a.mp3' type='audio/mpeg' length='12'/><media:thumbnail url='t.png'/>"
                + "<georss:point>52.5 13.4</georss:point><comments>c</comments>");
    assertThat(entry.enclosures())
        .containsExactly(new Feed.Enclosure("https://example.org/news/a.mp3", "audio/mpeg", 12L));
    assertThat(entry.details().image())
        .isEqualTo(new FeedDetails.Image("https://example.org/news/t.png", null, null));
    assertThat(entry.details().texts())
        .containsEntry("location", "52.5 13.4")
        .containsEntry("comments", "https://example.org/news/c");
  }

  @Test
  void dates_an_entry_by_the_one_date_it_has() throws FeedException {
    Instant day = Instant.parse("2024-03-05T00:00:00Z");
    assertThat(item("<dc:date>2024-03-05</dc:date>").published()).isEqualTo(day);
    assertThat(entry("<updated>2024-03-05</updated>").published()).isEqualTo(day);
    assertThat(entry("<published>2024-03-05</published>").updated()).isNull();
    assertThat(item("<pubDate>soon</pubDate>").published()).isNull();
  }

  @Test
  void says_how_often_and_through_whom_to_ask() throws FeedException {
    Feed feed =
        parse(
            "<rss><channel><ttl>45</ttl><atom:link rel='hub' href='https://hub.example.org/'/>"
                + "<atom:link rel='self' href='/feed'/></channel></rss>");
    assertThat(feed.ttlMinutes()).isEqualTo(45);
    assertThat(feed.hubs()).containsExactly("https://hub.example.org/");
    assertThat(feed.self()).isEqualTo("https://example.org/feed");
    assertThat(
            parse(
                    "<rss><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>")
                .ttlMinutes())
        .isEqualTo(360);
  }

  @Test
  void knows_a_relation_that_is_written_as_an_address_and_content_that_is_elsewhere()
      throws FeedException {
    Feed feed =
        parse(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/1'"
                + " rel='http://www.iana.org/assignments/relation/alternate'/></entry>"
                + "<entry><content type='text/html' src='/2'/></entry></feed>");
    assertThat(feed.entries())
        .extracting(Feed.Entry::link)
        .containsExactly("https://example.org/1", "https://example.org/2");
  }

  @Test
  void reads_a_news_sitemap_as_a_feed() throws FeedException {
    Feed feed =
        parse(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
                + "<url><loc>/1</loc><n:news><n:publication><n:name>Daily</n:name><n:language>de</n:language></n:publication>"
                + "<n:publication_date>2024-03-05</n:publication_date><n:title>Eins</n:title></n:news></url></urlset>");
    assertThat(feed.title()).isEqualTo("Daily");
    assertThat(feed.language()).isEqualTo("de");
    assertThat(feed.entries())
        .extracting(Feed.Entry::link, Feed.Entry::title)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("https://example.org/1", "Eins"));
  }

  @Test
  void takes_the_language_from_the_header_when_the_feed_names_none() throws FeedException {
    Map<String, String> headers = Map.of("Content-Language", "pt_BR");
    assertThat(parser.parse("<rss/>".getBytes(UTF_8), headers, "").language()).isEqualTo("pt-BR");
    assertThat(parse("<rss><channel><language>fr</language></channel></rss>").language())
        .isEqualTo("fr");
  }

  @Test
  void says_that_a_page_is_no_feed_and_where_its_feeds_are() {
    String page =
        "<!doctype html><html><head><link rel=alternate type='application/atom+xml' href='/atom'></head></html>";
    assertThatThrownBy(() -> parse(page))
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.feeds()).containsExactly("https://example.org/atom"))
        .hasMessageContaining("HTML page")
        .hasMessageContaining("https://example.org/atom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | 0 bytes
          '   '                  | blank
          hello                  | It starts with: hello
          {"articles": []}       | path such as
          {"items": [            | line 1, column
          <opml/>                | import it
          <sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex> | https://example.org/s.xml
          """)
  void says_what_the_bytes_are_when_they_are_no_feed(String body, String message) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void names_the_byte_that_shows_it_is_binary() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0};
    assertThatThrownBy(() -> parser.parse(png, Map.of(), BASE)).hasMessageContaining("byte 6");
  }
}
