package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageListerTest {
  private static final String PAGE =
      """
      <html lang=en><head><title>News of the mill</title></head><body><nav><a href=/about>About</a></nav>
      <article><a href="/n/1"><img src=1.jpg></a><h2><a href="/n/1">Wheel &amp; water</a></h2>
        <time datetime="2024-03-05T06:07:08Z">today</time><p>The wheel turns again.</p></article>
      <article><h2><a href="/n/2">Flour</a></h2></article></body></html>
      """;

  private static final String API =
      """
      {"data": {"articles": [
        {"id": 7, "headline": "Wheel", "url": "/n/7", "published_at": "2024-03-05T06:07:08Z", "excerpt": "It turns."},
        {"id": 8, "title": {"rendered": "Flour &amp; bran"}, "link": "https://example.org/n/8"},
        {"id": 9, "title": "no link"}]}}
      """;

  private final PageLister lister = new PageLister();

  private List<Feed.Entry> list(String body, String select) throws FeedException {
    return lister
        .list(body.getBytes(UTF_8), Map.of(), "https://example.org/news", select)
        .entries();
  }

  @ParameterizedTest
  @ValueSource(strings = {"article h2 a", "article h2", "article", "article a"})
  void lists_the_same_articles_by_link_heading_or_card(String select) throws FeedException {
    List<Feed.Entry> entries = list(PAGE, select);
    assertThat(entries).extracting(Feed.Entry::title).containsExactly("Wheel & water", "Flour");
    assertThat(entries)
        .extracting(Feed.Entry::link)
        .containsExactly("https://example.org/n/1", "https://example.org/n/2");
    assertThat(entries.get(0).published()).isEqualTo(Instant.parse("2024-03-05T06:07:08Z"));
    assertThat(entries.get(0).summary()).isEqualTo("The wheel turns again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.data.articles[*]",
        "$.data.articles",
        "$['data']['articles'][*]",
        "$..articles[*]"
      })
  void lists_a_json_api_by_path(String path) throws FeedException {
    List<Feed.Entry> entries = list(API, path);
    assertThat(entries).extracting(Feed.Entry::id).containsExactly("7", "8");
    assertThat(entries).extracting(Feed.Entry::title).containsExactly("Wheel", "Flour & bran");
    assertThat(entries)
        .extracting(Feed.Entry::link)
        .containsExactly("https://example.org/n/7", "https://example.org/n/8");
    assertThat(entries.get(0).published()).isEqualTo(Instant.parse("2024-03-05T06:07:08Z"));
  }

  @Test
  void picks_by_index_from_either_end() throws FeedException {
    assertThat(list(API, "$.data.articles[0]")).extracting(Feed.Entry::id).containsExactly("7");
    assertThat(list(API, "$.data.articles[-2]")).extracting(Feed.Entry::id).containsExactly("8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.data.articles[?(@.id>7 && @.link)]",
        "$..articles[?(@.title.rendered=='Flour &amp; bran')]",
        "$.data.articles[1:2]",
        "$.data.articles[1,2]",
        "$..[?(@.link)]"
      })
  void picks_by_filter_slice_and_union(String path) throws FeedException {
    assertThat(list(API, path)).extracting(Feed.Entry::id).containsExactly("8");
  }

  @Test
  void takes_only_what_is_published() throws FeedException {
    String blog =
        """
        {"pages": [{"posts": [
          {"slug": "a", "published": true, "publishedAt": "2024-03-05", "url": "/a", "tags": ["mill", {"name": "water"}]},
          {"slug": "b", "published": false, "url": "/b"}]},
         {"posts": [{"slug": "c", "published": true, "url": "/c", "author": {"name": "A. Miller", "url": "/am"}}]}]}
        """;
    List<Feed.Entry> entries = list(blog, "$..posts[?(@.published==true)]");
    assertThat(entries).extracting(Feed.Entry::id).containsExactly("a", "c");
    assertThat(entries.get(0).published()).isEqualTo(Instant.parse("2024-03-05T00:00:00Z"));
    assertThat(entries.get(0).categories()).containsExactly("mill", "water");
    assertThat(entries.get(1).authors()).containsExactly("A. Miller");
  }

  @Test
  void reads_records_that_are_wrapped() throws FeedException {
    String jsonApi =
        """
        {"data": [{"id": "1", "type": "articles",
          "attributes": {"headline": {"main": "Wheel"}, "created": "2024-03-05T06:07:08Z", "body": "<p>It turns.</p>"},
          "links": {"self": {"href": "https://example.org/n/1"}}}]}
        """;
    Feed.Entry entry = list(jsonApi, "$.data[*]").get(0);
    assertThat(entry.link()).isEqualTo("https://example.org/n/1");
    assertThat(entry.title()).isEqualTo("Wheel");
    assertThat(entry.content()).isEqualTo("<p>It turns.</p>");
    assertThat(entry.published()).isEqualTo(Instant.parse("2024-03-05T06:07:08Z"));
    String listing =
        "{\"data\": {\"children\": [{\"kind\": \"t3\", \"data\": {\"title\": \"Flour\","
            + " \"permalink\": \"/r/mill/2\"}}]}}";
    assertThat(list(listing, "$.data.children[*]").get(0).link())
        .isEqualTo("https://example.org/r/mill/2");
  }

  @Test
  void does_not_take_an_authors_address_for_an_articles() {
    String unlinked = "[{\"title\": \"Wheel\", \"author\": {\"url\": \"/am\"}}]";
    assertThatThrownBy(() -> list(unlinked, "$[*]")).hasMessageContaining("none with a link");
  }

  @Test
  void reads_a_list_of_bare_addresses() throws FeedException {
    assertThat(list("{\"urls\": [\"/1\", \"/2\"]}", "$.urls[*]"))
        .extracting(Feed.Entry::link)
        .containsExactly("https://example.org/1", "https://example.org/2");
  }

  @Test
  void stops_looking_where_links_lie_inside_one_another() throws FeedException {
    String nested = "<b><i><a href=/n/1><font>".repeat(4_000) + "Wheel";
    assertThat(list(nested, "a")).hasSize(1);
  }

  @Test
  void goes_no_deeper_than_json_may_be_nested() {
    String deep = "[".repeat(50_000);
    assertThatThrownBy(() -> list(deep, "$..url")).isInstanceOf(FeedException.class);
    String nested = "{\"a\":".repeat(60) + "1" + "}".repeat(60);
    assertThatThrownBy(() -> list(nested, "$..a..a..a..b")).isInstanceOf(FeedException.class);
  }

  @Test
  void lists_a_sitemap_without_a_selector() throws FeedException {
    assertThat(list("<urlset><url><loc>https://example.org/n/1</loc></url></urlset>", ""))
        .hasSize(1);
  }

  @Test
  void says_what_a_selector_finds_when_it_finds_no_link() {
    assertThatThrownBy(() -> list(PAGE, "h1 a"))
        .hasMessageContaining("h1 a")
        .hasMessageContaining("of 4 links");
    assertThatThrownBy(() -> list(PAGE, "h1 >> [")).hasMessageContaining("is not CSS");
    assertThatThrownBy(() -> list(API, "$.data")).hasMessageContaining("none with a link");
    assertThatThrownBy(() -> list(API, "$.data[?(@.id>"))
        .hasMessageStartingWith("The path $.data[?(@.id> is not JSONPath: ");
    assertThatThrownBy(() -> list(API, "$.data.articles[?(@.id>99)]"))
        .hasMessageContaining("finds 0 values");
    assertThatThrownBy(() -> list("{\"a\": ", "$.a")).hasMessageContaining("line 1");
  }
}
