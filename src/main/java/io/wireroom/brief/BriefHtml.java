package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a brief as HTML5: a page of its own, or a fragment for e-mails and feeds that keep no
 * style. Nothing in it is loaded from elsewhere; words from the article are escaped. Direction
 * follows the language, and parts in another language (our headings) say so.
 */
public final class BriefHtml {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
      article { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
      h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
      h2 { font: 600 .875rem/1.4 system-ui, sans-serif; letter-spacing: .04em; margin: 2rem 0 .5rem; }
      p { margin: 0 0 1rem; }
      ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
      li { margin-bottom: .5rem; }
      .origin, footer { font: .875rem/1.5 system-ui, sans-serif; opacity: .8; }
      .opinion { border-inline-start: .25rem solid; padding-inline-start: 1rem; }
      footer { margin-top: 2.5rem; }
      """;

  private BriefHtml() {}

  /** A whole page. */
  public static String page(Brief brief) {
    return "<!doctype html>\n<html"
        + language(brief)
        + ">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        + "<title>"
        + escape(brief.headline())
        + "</title>\n"
        + WebLink.of(brief.origin().url())
            .map(url -> "<link rel=\"canonical\" href=\"" + escape(url) + "\">\n")
            .orElse("")
        + "<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + article(brief, 1)
        + "</body>\n</html>\n";
  }

  /** One {@code article} element, its headline an h2. */
  public static String fragment(Brief brief) {
    return article(brief, 2);
  }

  /** The same without the headline, for those who show that themselves. */
  public static String content(Brief brief) {
    return "<article" + language(brief) + ">\n" + rest(brief, 2);
  }

  private static String article(Brief brief, int level) {
    return "<article"
        + language(brief)
        + ">\n<h"
        + level
        + ">"
        + escape(brief.headline())
        + "</h"
        + level
        + ">\n"
        + rest(brief, level);
  }

  private static String rest(Brief brief, int level) {
    StringBuilder html = new StringBuilder(4096);
    html.append("<p class=\"origin\">").append(byline(brief)).append("</p>\n");
    if (brief.status() != ArticleStatus.FULL) {
      paragraph(html, brief.teaser());
    }
    if (!brief.takeaways().isEmpty()) {
      html.append("<section>\n");
      heading(html, level, BriefText.TAKEAWAYS);
      bullets(html, brief.keyTakeaways());
      html.append("</section>\n");
    }
    if (!brief.summary().isEmpty() || !brief.furtherTakeaways().isEmpty()) {
      html.append("<section>\n");
      if (!brief.summary().isEmpty()) {
        heading(html, level, BriefText.SUMMARY);
      }
      brief.summary().forEach(paragraph -> paragraph(html, paragraph.text()));
      bullets(html, brief.furtherTakeaways());
      html.append("</section>\n");
    }
    Opinion opinion = brief.opinion();
    if (opinion != null) {
      html.append("<section class=\"opinion\">\n");
      heading(html, level, BriefText.OPINION);
      opinion.text().lines().forEach(line -> paragraph(html, line));
      html.append("</section>\n");
    }
    html.append("<footer lang=\"en\" dir=\"ltr\">").append(escape(Colophon.of(brief)));
    return html.append("</footer>\n</article>\n").toString();
  }

  /** The attributes {@code lang} and {@code dir} of its text, as markup, a space before each. */
  public static String language(Brief brief) {
    String language = brief.origin().language();
    if (language.equals("und") || !LANGUAGE.matcher(language).matches()) {
      return " dir=\"auto\"";
    }
    String primary = language.split("-", 2)[0];
    return " lang=\""
        + language
        + "\" dir=\""
        + (RIGHT_TO_LEFT.contains(primary) ? "rtl" : "ltr")
        + "\"";
  }

  private static String byline(Brief brief) {
    Brief.Origin origin = brief.origin();
    String name = "<bdi>" + escape(origin.sourceName()) + "</bdi>";
    StringBuilder line = new StringBuilder();
    line.append(
        WebLink.of(origin.url())
            .map(url -> "<a href=\"" + escape(url) + "\">" + name + "</a>")
            .orElse(name));
    for (String author : origin.authors()) {
      line.append(" \u00b7 <bdi>").append(escape(author)).append("</bdi>");
    }
    if (origin.published() != null) {
      line.append(" \u00b7 <time datetime=\"").append(origin.published()).append("\">");
      line.append(Colophon.day(origin.published())).append("</time>");
    }
    return line.toString();
  }

  private static void heading(StringBuilder html, int level, String name) {
    int below = level + 1;
    html.append("<h" + below + " lang=\"en\">").append(name).append("</h" + below + ">\n");
  }

  private static void paragraph(StringBuilder html, String words) {
    String text = escape(words);
    if (!text.isEmpty()) {
      html.append("<p>").append(text).append("</p>\n");
    }
  }

  private static void bullets(StringBuilder html, List<Claim> claims) {
    if (!claims.isEmpty()) {
      html.append("<ul>\n");
      claims.forEach(claim -> html.append("<li>" + escape(claim.text()) + "</li>\n"));
      html.append("</ul>\n");
    }
  }

  /** Plain text as text of an element, or as an attribute's value. */
  public static String escape(String text) {
    return Plain.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
