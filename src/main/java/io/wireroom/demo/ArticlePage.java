package io.wireroom.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows an article as a newspaper's web page does, with all that an extractor has to leave out:
 * menus, a share bar, a newsletter box, related links, comments, a footer.
 */
final class ArticlePage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Template page = new Template("site/article.html");
  private final Newsstand newsstand;

  ArticlePage(Newsstand newsstand) {
    this.newsstand = newsstand;
  }

  /** The page; {@code site} is the address that links in it start from. */
  String html(DemoArticle article, URI site) {
    Map<String, String> values = new HashMap<>();
    values.put("paper", article.paper().title());
    values.put("tagline", article.paper().tagline());
    values.put("colour", article.paper().colour());
    values.put("home", article.paper().home());
    values.put("section", article.section());
    values.put("title", article.title());
    values.put("teaser", article.teaser());
    values.put("author", article.author());
    values.put("published", article.published().toString());
    values.put("date", DATE.format(article.published()));
    values.put("url", site.resolve(article.path()).toString());
    values.put("image", site.resolve(article.imagePath()).toString());
    values.put("jsonld", jsonLd(article, site));
    values.put("figure", figure(article));
    values.put("body", body(article));
    values.put("related", links(newsstand.beside(article)));
    return page.fill(values);
  }

  private static String figure(DemoArticle article) {
    if (!article.illustrated()) {
      return "";
    }
    return ("<figure><img src=\"%s\" alt=\"\" width=\"960\" height=\"400\">"
            + "<figcaption>%s</figcaption></figure>")
        .formatted(article.imagePath(), Template.escape(article.caption()));
  }

  private static String body(DemoArticle article) {
    String text =
        article.blocks().stream().map(ArticlePage::block).collect(Collectors.joining("\n"));
    if (article.state() == DemoArticle.State.TEASER) {
      return text
          + "\n<div class=\"paywall\"><h2>Read on with Ledger Plus</h2>"
          + "<p>This article is for subscribers. The first month costs €1.</p>"
          + "<a class=\"button\" href=\"/subscribe\">Subscribe</a>"
          + " <a href=\"/login\">Log in</a></div>";
    }
    if (!article.hidden().isEmpty()) {
      return text + "\n<div style=\"display:none\">" + Template.escape(article.hidden()) + "</div>";
    }
    return text;
  }

  private static String block(String block) {
    return block.startsWith("## ")
        ? "<h2>" + Template.escape(block.substring(3)) + "</h2>"
        : "<p>" + Template.escape(block) + "</p>";
  }

  /** A list of links to articles. */
  static String links(List<DemoArticle> articles) {
    return articles.stream()
        .map(a -> "<li><a href=\"%s\">%s</a></li>".formatted(a.path(), Template.escape(a.title())))
        .collect(Collectors.joining("\n"));
  }

  private static String jsonLd(DemoArticle article, URI site) {
    ObjectNode node = JSON.createObjectNode();
    node.put("@context", "https://schema.org").put("@type", "NewsArticle");
    node.put("headline", article.title()).put("datePublished", article.published().toString());
    node.put("articleSection", article.section()).put("inLanguage", "en");
    node.put("mainEntityOfPage", site.resolve(article.path()).toString());
    node.put("isAccessibleForFree", article.state() != DemoArticle.State.TEASER);
    node.putObject("author").put("@type", "Person").put("name", article.author());
    node.putObject("publisher")
        .put("@type", "NewsMediaOrganization")
        .put("name", article.paper().title());
    try {
      // An unescaped "</script>" in a value would end the element.
      return JSON.writeValueAsString(node).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
