package io.wireroom.brief;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.poll.Item;
import java.net.URI;
import java.util.List;

/** Articles of our own writing. */
public final class Articles {

  public static final List<String> BENIGN =
      List.of(
          "The port of Kelmouth will close its east basin on Monday 9 March for repairs.",
          "Harbour master Ida Renn said 14 ferries a day would move to the west basin.",
          "The work costs £2.4m and takes three weeks.",
          "Fishing boats are not affected.",
          "Traders on the quay expect fewer visitors while the cranes are in place.",
          "The basin was last repaired in 1987 after a storm broke its outer wall.");

  private Articles() {}

  public static Article harbour() {
    return article("Kelmouth closes east basin", benignText());
  }

  /** Two sentences a paragraph. */
  public static String benignText() {
    return BENIGN.get(0)
        + " "
        + BENIGN.get(1)
        + "\n\n"
        + BENIGN.get(2)
        + " "
        + BENIGN.get(3)
        + "\n\n"
        + BENIGN.get(4)
        + " "
        + BENIGN.get(5);
  }

  public static Article article(String title, String text) {
    return article(title, "Repairs begin in March.", text, "en", ArticleStatus.FULL);
  }

  public static Article article(
      String title, String teaser, String text, String language, ArticleStatus status) {
    URI url = URI.create("https://news.example/harbour");
    Item item =
        new Item(
            "kelmouth:urn:1",
            "kelmouth",
            "Kelmouth News",
            url,
            title,
            Briefs.AT,
            teaser,
            "",
            List.of(),
            List.of("ports"),
            Briefs.AT);
    return new Article(
        item, url, title, List.of(), Briefs.AT, language, "Kelmouth News", null, text, status);
  }
}
