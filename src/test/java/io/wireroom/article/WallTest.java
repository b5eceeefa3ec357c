package io.wireroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages hide their article, and which only speak of subscriptions. */
class WallTest {

  private static final URI URL = URI.create("https://site.example/news/2024/05/06/bridge");

  private static final String PROSE =
      "<p>The bridge over the river was opened to traffic on Monday after nine months of work, the"
          + " town said, and the first cars crossed it at noon, in a light rain. The mayor, who had"
          + " promised it for the spring, walked over it alone before the ribbon was cut, and said"
          + " that the next one would take less time and cost less money than this.</p>";

  private final ArticleExtractor extractor = new ArticleExtractor();

  /** An article that is long enough to be one. */
  private static String all() {
    return PROSE
        + PROSE.replace("bridge", "tunnel").replace("Monday", "Tuesday")
        + PROSE.replace("bridge", "harbour").replace("mayor", "governor")
        + PROSE.replace("bridge", "station").replace("spring", "summer");
  }

  private ArticleStatus status(String head, String body) {
    String page = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    return extractor.extract(page, URL).status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script"
            + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>",
        "<script"
            + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>",
        "<script"
            + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"http://schema.org/False\"}</script>",
        "<script"
            + " type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"isAccessibleForFree\":\"false\"}]}</script>",
        "<script"
            + " type='application/ld+json'>{\"@type\":\"Article\",\"hasPart\":{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":false,\"cssSelector\":\".rest\"}}</script>",
        "<script"
            + " type='application/ld+json'>{\"@type\":\"Article\",\"hasPart\":[{\"isAccessibleForFree\":true,\"cssSelector\":\".a\"},{\"isAccessibleForFree\":\"False\",\"cssSelector\":\".b\"}]}</script>",
        "<meta itemprop='isAccessibleForFree' content='false'>",
        "<link itemprop='isAccessibleForFree' href='https://schema.org/False'>",
        "<meta property='article:content_tier' content='locked'>",
        "<meta name='paywall' content='true'>",
        "<meta name='cXenseParse:paywall' content='hard'>"
      })
  void a_page_that_says_it_is_not_free_is_gated_while_it_shows_little(String head) {
    assertThat(status(head, "<article>" + PROSE + "</article>")).isEqualTo(ArticleStatus.GATED);
    assertThat(status(head, "<article>" + all() + "</article>")).isEqualTo(ArticleStatus.FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subscribe to continue reading.",
        "Subscribe now and get full access for 1 a month",
        "To continue reading this article, please log in or create an account.",
        "Want to know more? Sign in to read the rest.",
        "You've reached your limit of free articles.",
        "This post is for paid subscribers",
        "This content is for members only.",
        "Become a member to unlock this story",
        "Dieser Artikel ist exklusiv für Abonnenten. Schon Abonnent? Anmelden",
        "Registrieren und weiterlesen",
        "Cet article est réservé à nos abonnés. Il vous reste 80 % de cet article à lire.",
        "Abonnez-vous pour lire la suite",
        "Suscríbete para seguir leyendo",
        "Conteúdo exclusivo para assinantes. Já é assinante? Faça login",
        "Contenuto riservato agli abbonati",
        "Exclusief voor abonnees. Lees verder met een proefabonnement",
        "Ten artykuł jest dostępny tylko dla prenumeratorów",
        "Článek je jen pro předplatitele",
        "Läs vidare: artikeln är för prenumeranter",
        "Artiklen er for abonnenter",
        "Artikkeli on vain tilaajille",
        "Материал доступен только для подписчиков",
        "Bu haber abonelere özel",
        "この記事は会員限定です。ログインして続きを読む",
        "이 기사는 구독자 전용입니다",
        "订阅后阅读全文",
        "Please enable JavaScript and cookies to continue"
      })
  void a_teaser_with_a_wall_below_it_is_gated(String wall) {
    assertThat(status("", "<article>" + PROSE + "<div><p>" + wall + "</p></div></article>"))
        .isEqualTo(ArticleStatus.GATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paywall",
        "article-paywall--active",
        "tp-paywall-container",
        "regwall",
        "pelcro-box"
      })
  void a_teaser_with_an_element_below_it_that_is_named_as_a_wall_is_gated(String name) {
    String wall =
        "<div class='" + name + "'><p>Choose what suits you, for a month or a year</p></div>";
    assertThat(status("", "<article>" + PROSE + wall + "</article>"))
        .isEqualTo(ArticleStatus.GATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Sign up to our newsletter to read more stories like this.</p>",
        "<p>Subscribe to our channel and read the latest every week in your inbox.</p>",
        "<p>This article is for informational purposes only.</p>",
        "<p>This content is for general information and is no advice.</p>",
        "<p>Click here to read the full report (PDF).</p>",
        "<p>Article continues below, scroll to continue reading.</p>",
        "<p>Shares of the company fell after it lost 40,000 subscribers in the quarter.</p>",
        "<footer><p>Already a subscriber? Log in.</p></footer>",
        "<div class='comments'><p>Already a member? Log in to continue the discussion.</p></div>",
        "<p>The streaming service will raise the price of a subscription to 12 a month.</p>"
      })
  void an_ordinary_page_that_speaks_of_subscriptions_is_not_gated(String around) {
    assertThat(status("", "<main><article>" + PROSE + "</article>" + around + "</main>"))
        .isEqualTo(ArticleStatus.FULL);
    assertThat(status("", "<article>" + PROSE + around + "</article>"))
        .isEqualTo(ArticleStatus.FULL);
  }

  @Test
  void a_page_that_says_it_is_free_is_not_gated() {
    String free =
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"isAccessibleForFree\":true,"
            + "\"hasPart\":{\"isAccessibleForFree\":false,\"cssSelector\":\".x\"}}</script>";
    assertThat(status(free, "<article>" + PROSE + "</article>")).isEqualTo(ArticleStatus.FULL);
  }
}
