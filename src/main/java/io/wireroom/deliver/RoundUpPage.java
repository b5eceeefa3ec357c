package io.wireroom.deliver;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.BriefMarkdown;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Plain;
import io.wireroom.brief.WebLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A round-up to be read at length, in e-mails and files: as text, Markdown and HTML. Of each brief
 * it has the headline, the source, and the key takeaways, or the teaser where there are none. An
 * HTML of 100 briefs stays below 102 kB, where mail programs begin to cut.
 */
public final class RoundUpPage {

  /** So that nobody takes a teaser for a takeaway. */
  private static final String TEASER = "A teaser only: ";

  private static final String STYLE =
      "body{margin:0;font:1.0625rem/1.5 Georgia,\"Times New Roman\",serif}"
          + "main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
          + "h1{font-size:1.5rem;line-height:1.2;margin:0 0 .25rem}"
          + "h2{font-size:1.125rem;line-height:1.3;margin:1.75rem 0 .25rem}"
          + "p{margin:0 0 .5rem}.from{font:.875rem/1.5 system-ui,sans-serif;opacity:.8}"
          + "ul{margin:0 0 1rem;padding-inline-start:1.25rem}li{margin-bottom:.25rem}";

  private RoundUpPage() {}

  /** Plain text, addresses in angle brackets. */
  public static String text(RoundUp roundUp) {
    StringBuilder text = new StringBuilder();
    text.append(roundUp.title()).append('\n').append(roundUp.extent()).append('\n');
    for (Brief brief : roundUp.briefs()) {
      text.append("\n\n").append(headline(brief)).append('\n').append(source(brief));
      text.append(address(brief).map(url -> "  <" + url + ">").orElse("")).append('\n');
      points(brief).forEach(point -> text.append("- ").append(point).append('\n'));
    }
    List<String> rest = new ArrayList<>();
    for (Brief brief : roundUp.rest()) {
      rest.add(
          headline(brief)
              + " ("
              + source(brief)
              + ")"
              + address(brief).map(url -> "  <" + url + ">").orElse(""));
    }
    also(roundUp, rest).ifPresent(lines -> text.append("\n\nAlso new\n\n").append(lines));
    return text.toString();
  }

  /** Markdown (CommonMark). */
  public static String markdown(RoundUp roundUp) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(BriefMarkdown.escape(roundUp.title())).append("\n\n");
    text.append(BriefMarkdown.escape(roundUp.extent())).append('\n');
    for (Brief brief : roundUp.briefs()) {
      text.append("\n## ").append(markdownLink(brief)).append("\n\n");
      text.append(BriefMarkdown.escape(source(brief))).append("\n\n");
      points(brief)
          .forEach(point -> text.append("- ").append(BriefMarkdown.escape(point)).append('\n'));
    }
    List<String> rest =
        roundUp.rest().stream()
            .map(brief -> markdownLink(brief) + " (" + BriefMarkdown.escape(source(brief)) + ")")
            .toList();
    also(roundUp, rest).ifPresent(lines -> text.append("\n## Also new\n\n").append(lines));
    return text.toString();
  }

  private static String markdownLink(Brief brief) {
    String headline = BriefMarkdown.escape(headline(brief));
    return address(brief)
        .map(url -> url.replace("<", "%3C").replace(">", "%3E"))
        .map(url -> "[" + headline + "](<" + url + ">)")
        .orElse(headline);
  }

  /** A whole page that loads nothing from elsewhere. */
  public static String html(RoundUp roundUp) {
    StringBuilder html = new StringBuilder();
    String title = BriefHtml.escape(roundUp.title());
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>").append(title).append("</title>\n<style>").append(STYLE);
    html.append("</style>\n</head>\n<body>\n<main>\n<h1>").append(title).append("</h1>\n");
    html.append("<p class=\"from\">").append(BriefHtml.escape(roundUp.extent())).append("</p>\n");
    for (Brief brief : roundUp.briefs()) {
      html.append("<h2 dir=\"auto\">").append(htmlLink(brief)).append("</h2>\n");
      html.append("<p class=\"from\" dir=\"auto\">").append(BriefHtml.escape(source(brief)));
      html.append("</p>\n");
      list(html, points(brief).stream().map(BriefHtml::escape).toList());
    }
    List<String> rest = new ArrayList<>();
    for (Brief brief : roundUp.rest()) {
      rest.add(htmlLink(brief) + " (" + BriefHtml.escape(source(brief)) + ")");
    }
    String more = roundUp.more(roundUp.rest().size());
    if (!more.isEmpty()) {
      rest.add(more);
    }
    if (!rest.isEmpty()) {
      html.append("<h2>Also new</h2>\n");
      list(html, rest);
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void list(StringBuilder html, List<String> lines) {
    if (!lines.isEmpty()) {
      html.append("<ul>\n");
      lines.forEach(line -> html.append("<li dir=\"auto\">").append(line).append("</li>\n"));
      html.append("</ul>\n");
    }
  }

  private static String htmlLink(Brief brief) {
    String headline = BriefHtml.escape(headline(brief));
    return address(brief)
        .map(url -> "<a href=\"" + BriefHtml.escape(url) + "\">" + headline + "</a>")
        .orElse(headline);
  }

  /** What stands under a headline, in plain text. */
  private static List<String> points(Brief brief) {
    List<String> points = brief.keyTakeaways().stream().map(Claim::text).map(Plain::line).toList();
    String teaser = Plain.line(brief.teaser());
    return points.isEmpty() && !teaser.isEmpty() ? List.of(TEASER + teaser) : points;
  }

  private static Optional<String> also(RoundUp roundUp, List<String> rest) {
    List<String> lines = new ArrayList<>(rest);
    String more = roundUp.more(rest.size());
    if (!more.isEmpty()) {
      lines.add(more);
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of("- " + String.join("\n- ", lines) + "\n");
  }

  private static String headline(Brief brief) {
    String headline = Plain.line(brief.headline());
    return headline.isEmpty() ? "An article without a headline" : headline;
  }

  private static String source(Brief brief) {
    String name = Plain.line(brief.origin().sourceName());
    return name.isEmpty() ? brief.origin().sourceId() : name;
  }

  private static Optional<String> address(Brief brief) {
    return Stream.of(brief.origin().link(), brief.origin().url())
        .flatMap(link -> WebLink.of(link).stream())
        .findFirst();
  }
}
