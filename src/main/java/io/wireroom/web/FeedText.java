package io.wireroom.web;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.Paragraph;
import io.wireroom.brief.Plain;
import io.wireroom.brief.WebLink;
import io.wireroom.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an entry of a feed says of its brief, the same in every form of the feed. */
final class FeedText {

  private FeedText() {}

  /**
   * The entry's id, the same for the same brief on every hub: a UUID of version 8, made from the
   * SHA-256 of the brief's id. Source: RFC 9562, 5.8.
   */
  static String id(Brief brief) {
    ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(brief.id()));
    long high = bytes.getLong() & ~0xF000L | 0x8000L;
    long low = bytes.getLong() & ~(0b11L << 62) | 1L << 63;
    return "urn:uuid:" + new UUID(high, low);
  }

  static String title(Brief brief) {
    String title = line(brief.headline());
    return title.isEmpty() ? "(untitled)" : title;
  }

  /** The article; the brief's own page when the article has no address of the web. */
  static String link(Brief brief, Edition edition) {
    return WebLink.of(brief.origin().url()).orElseGet(() -> edition.page(brief));
  }

  static String html(Brief brief) {
    return legal(BriefHtml.content(brief));
  }

  /** The summary as plain text; the source's teaser where there is none. May be empty. */
  static String summary(Brief brief) {
    return String.join("\n\n", paragraphs(brief));
  }

  /** The same as HTML, for RSS: readers take its descriptions for that. */
  static String summaryHtml(Brief brief) {
    return paragraphs(brief).stream()
        .map(text -> "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static List<String> paragraphs(Brief brief) {
    boolean told = brief.status() == ArticleStatus.FULL && !brief.summary().isEmpty();
    return told
        ? lines(brief.summary().stream().map(Paragraph::text).toList())
        : lines(List.of(brief.teaser()));
  }

  /** Its authors; the source where it names none. */
  static List<String> authors(Brief brief) {
    List<String> authors = lines(brief.origin().authors());
    return authors.isEmpty() ? List.of(line(brief.origin().sourceName())) : authors;
  }

  static List<String> tags(Brief brief) {
    return lines(brief.origin().tags());
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(FeedText::line).filter(text -> !text.isEmpty()).distinct().toList();
  }

  static String line(String text) {
    return legal(Plain.line(text));
  }

  /** Without what no XML document may hold. Source: XML 1.0, production 2. */
  private static String legal(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
