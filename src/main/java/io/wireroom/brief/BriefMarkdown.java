package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a brief as a CommonMark file with YAML front matter, as note-taking programs and static
 * site generators read it. Words from the article are escaped: they can start no list, link,
 * heading, HTML or code.
 */
public final class BriefMarkdown {

  private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<>&~|!$]");
  private static final Pattern AT_START = Pattern.compile("^([#+=-]|:(?=:))");
  private static final Pattern NUMBER_AT_START = Pattern.compile("^(\\d{1,9})([.)])(?= |$)");

  private BriefMarkdown() {}

  public static String write(Brief brief) {
    StringBuilder text = new StringBuilder(2048);
    frontMatter(text, brief);
    text.append("# ").append(escape(brief.headline())).append("\n\n");
    text.append(byline(brief)).append('\n');
    if (brief.status() != ArticleStatus.FULL) {
      paragraph(text, brief.teaser());
    }
    if (!brief.takeaways().isEmpty()) {
      heading(text, BriefText.TAKEAWAYS);
      bullets(text, brief.keyTakeaways());
    }
    if (!brief.summary().isEmpty()) {
      heading(text, BriefText.SUMMARY);
      brief.summary().forEach(paragraph -> paragraph(text, paragraph.text()));
    }
    if (!brief.furtherTakeaways().isEmpty()) {
      text.append('\n');
      bullets(text, brief.furtherTakeaways());
    }
    Opinion opinion = brief.opinion();
    if (opinion != null) {
      heading(text, BriefText.OPINION);
      opinion.text().lines().forEach(line -> paragraph(text, line));
    }
    text.append("\n---\n\n").append(escape(Colophon.of(brief))).append('\n');
    return text.toString();
  }

  private static void frontMatter(StringBuilder text, Brief brief) {
    Brief.Origin origin = brief.origin();
    text.append("---\n");
    value(text, "id", brief.id());
    value(text, "title", brief.headline());
    value(text, "url", origin.url());
    value(text, "source", origin.sourceName());
    value(text, "published", origin.published() == null ? null : origin.published().toString());
    value(text, "language", origin.language());
    value(text, "status", brief.status().word());
    values(text, "authors", origin.authors());
    values(text, "tags", origin.tags());
    text.append("---\n\n");
  }

  private static void value(StringBuilder text, String key, @Nullable String value) {
    text.append(key).append(": ").append(value == null ? "null" : quoted(value)).append('\n');
  }

  private static void values(StringBuilder text, String key, List<String> values) {
    text.append(key)
        .append(": [")
        .append(String.join(", ", values.stream().map(BriefMarkdown::quoted).toList()))
        .append("]\n");
  }

  /** A JSON string is a YAML string too, once control characters are gone. */
  private static String quoted(String value) {
    return BriefJson.MAPPER.getNodeFactory().textNode(Plain.line(value)).toString();
  }

  private static String byline(Brief brief) {
    Brief.Origin origin = brief.origin();
    StringBuilder line = new StringBuilder();
    String name = escape(origin.sourceName());
    line.append(
        WebLink.of(origin.url())
            .map(url -> "[" + name + "](<" + url.replace("<", "%3C").replace(">", "%3E") + ">)")
            .orElse(name));
    origin.authors().forEach(author -> line.append(" \u00b7 ").append(escape(author)));
    if (origin.published() != null) {
      line.append(" \u00b7 ").append(Colophon.day(origin.published()));
    }
    return line.toString();
  }

  private static void heading(StringBuilder text, String name) {
    text.append("\n## ").append(name).append('\n');
    if (name.equals(BriefText.TAKEAWAYS)) {
      text.append('\n');
    }
  }

  private static void paragraph(StringBuilder text, String words) {
    String line = escape(words);
    if (!line.isEmpty()) {
      text.append('\n').append(line).append('\n');
    }
  }

  private static void bullets(StringBuilder text, List<Claim> claims) {
    claims.forEach(claim -> text.append("- ").append(escape(claim.text())).append('\n'));
  }

  /** Plain text as one line of CommonMark that shows exactly that text. */
  public static String escape(String text) {
    String inline = INLINE.matcher(Plain.line(text)).replaceAll("\\\\$0");
    String start = AT_START.matcher(inline).replaceFirst("\\\\$1");
    return NUMBER_AT_START.matcher(start).replaceFirst("$1\\\\$2");
  }
}
