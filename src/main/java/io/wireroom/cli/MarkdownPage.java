package io.wireroom.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An article kept as Markdown, as the page that it would be: front matter ({@code title}, {@code
 * author}, {@code published} or {@code date}, {@code lang}, {@code teaser} or {@code description})
 * becomes the page's head, headings and paragraphs its body. Other front matter is not shown.
 */
final class MarkdownPage {

  private static final Pattern FIELD = Pattern.compile("([A-Za-z][\\w-]{0,40}):(?:\\s+(.*))?");
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final String RULE = "---";

  private MarkdownPage() {}

  /** Whether a file's name says that it is Markdown. */
  static boolean isNamed(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  /** The page, UTF-8. */
  static byte[] html(byte[] markdown) {
    List<String> lines = new String(markdown, StandardCharsets.UTF_8).lines().toList();
    Map<String, String> fields = new HashMap<>();
    int body = frontMatter(lines, fields);
    Document page = Document.createShell("");
    Element article = page.body().appendElement("article");
    for (String block :
        String.join("\n", lines.subList(body, lines.size())).split("\n\\s*\n", -1)) {
      Matcher heading = HEADING.matcher(block.strip());
      if (!heading.matches()) {
        article.appendElement("p").text(block.strip());
      } else if (heading.group(1).length() == 1) {
        fields.putIfAbsent("title", heading.group(2));
      } else {
        article.appendElement("h2").text(heading.group(2));
      }
    }
    head(page, fields);
    return page.outerHtml().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads {@code key: value} lines up to a rule; returns where the text begins. */
  private static int frontMatter(List<String> lines, Map<String, String> fields) {
    int start = !lines.isEmpty() && lines.get(0).strip().equals(RULE) ? 1 : 0;
    for (int i = start; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.equals(RULE)) {
        return i + 1;
      }
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        break;
      }
      String value = field.group(2) == null ? "" : field.group(2).strip();
      fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), unquoted(value));
    }
    fields.clear();
    return 0;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static void head(Document page, Map<String, String> fields) {
    page.title(first(fields, "title"));
    page.charset(StandardCharsets.UTF_8);
    String language = first(fields, "lang", "language");
    if (!language.isEmpty()) {
      page.child(0).attr("lang", language);
    }
    meta(page, "name", "author", first(fields, "author", "by"));
    meta(page, "name", "description", first(fields, "teaser", "description"));
    meta(page, "property", "og:title", first(fields, "title"));
    meta(page, "property", "article:published_time", first(fields, "published", "date"));
    if (!first(fields, "title").isEmpty()) {
      page.body().child(0).prependElement("h1").text(first(fields, "title"));
    }
  }

  private static void meta(Document page, String kind, String name, String value) {
    if (!value.isEmpty()) {
      page.head().appendElement("meta").attr(kind, name).attr("content", value);
    }
  }

  private static String first(Map<String, String> fields, String... names) {
    return Arrays.stream(names)
        .map(name -> fields.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
