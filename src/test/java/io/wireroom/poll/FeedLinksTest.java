package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedLinksTest {
  @Test
  void lists_announced_feeds_then_links_that_look_like_feeds_and_comments_last() {
    String page =
        """
        <head><base href="https://example.org/blog/">
        <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/">
        <link rel="alternate" type="application/rss+xml" href="feed/">
        <link rel="ALTERNATE feed" type="application/feed+json; charset=utf-8" href="/feed.json">
        <link rel="alternate" type="application/json" href="https://example.org/wp-json/wp/v2/pages/2">
        <link rel="alternate" hreflang="de" href="/de"></head>
        <a href="/atom.xml">Atom</a> <a href="/feedback">Feedback</a> <a href="feed/">again</a>
        """;
    assertThat(FeedLinks.of(page, "https://example.org/"))
        .containsExactly(
            "https://example.org/blog/feed/",
            "https://example.org/feed.json",
            "https://example.org/atom.xml",
            "https://example.org/blog/comments/feed/");
  }

  @Test
  void finds_none_on_a_page_without_feeds() {
    assertThat(FeedLinks.of("<a href=/news>News</a>", "https://example.org/")).isEmpty();
  }
}
