package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedFuzzTest {
  private static final List<String> PARTS =
      List.of(
          "<?xml version='1.0' encoding='utf-16'?>",
          "<rss version='2.0'>",
          "<channel>",
          "<item>",
          "</item>",
          "<title>",
          "</title>",
          "<link>http://example.org/1</link>",
          "<link href='//['/>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<!DOCTYPE a [<!ENTITY e '&e;'>",
          "]>",
          "&e;",
          "&amp;",
          "&#xffffffff;",
          "&",
          "<",
          ">",
          "\"",
          "'",
          "<description type='html'>",
          "&lt;a href='b'>",
          "<pubDate>Tue, 99 Foo 2024 99:99:99 +99:99</pubDate>",
          "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://['>",
          "<entry>",
          "<content type='image/png'>",
          "<author>a@b (c",
          "\u0000",
          "\ud800",
          "\uffff",
          "{\"items\":[",
          "{\"id\":{}}",
          "1e999",
          "]",
          "}",
          "<urlset><url><loc>x</loc></url>",
          "<html><head>",
          "</rss>",
          "<itunes:category text='",
          "<x xmlns:x=''>");

  private final FeedParser parser = new FeedParser();

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(PARTS).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        "",
        "text/xml",
        "application/xml; charset=utf-16",
        "text/html; charset=gb2312",
        "x; charset=\"");
  }

  @Property(tries = 1000)
  void reads_any_document_or_says_why_not(
      @ForAll("documents") String document, @ForAll("contentTypes") String contentType) {
    check(document.getBytes(UTF_8), contentType);
  }

  @Property(tries = 1000)
  void reads_any_bytes_or_says_why_not(
      @ForAll byte[] bytes, @ForAll("contentTypes") String contentType) {
    check(bytes, contentType);
  }

  private void check(byte[] bytes, String contentType) {
    try {
      Feed feed =
          parser.parse(bytes, Map.of("content-type", contentType), "http://example.org/feed");
      assertThat(ItemIdentity.of(feed.entries())).hasSameSizeAs(feed.entries()).doesNotContain("");
      assertThat(feed.details().texts()).containsKey("encoding");
    } catch (FeedException refused) {
      assertThat(refused).hasMessageMatching("(?s).{20,}");
    }
  }
}
