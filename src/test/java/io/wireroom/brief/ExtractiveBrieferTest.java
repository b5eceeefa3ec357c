package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.poll.Item;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveBrieferTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final ExtractiveBriefer briefer = new ExtractiveBriefer(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void invents_nothing_for_an_article_that_is_only_a_teaser() {
    Brief brief = briefer.brief(article("Short", "Only this much is shown.", ArticleStatus.THIN));

    assertThat(brief.status()).isEqualTo(ArticleStatus.THIN);
    assertThat(brief.takeaways()).isEmpty();
    assertThat(brief.summary()).isEmpty();
    assertThat(brief.teaser()).isEqualTo("Only this much is shown.");
  }

  static Article article(String title, String text, ArticleStatus status) {
    URI link = URI.create("https://news.example/a");
    Item item =
        new Item("i1", "s1", "Example", link, title, null, "", "", List.of(), List.of("city"), NOW);
    return new Article(item, link, title, List.of(), null, "en", "Example", null, text, status);
  }
}
