package io.wireroom.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One article of the demo's news site, as its file under {@code demo/articles} has it: {@code key:
 * value} lines, a line of three dashes, then paragraphs between blank lines; {@code ##} starts a
 * heading.
 *
 * @param slug the file's name; part of the address
 * @param hidden text that the page hides from people, as an attacker would; empty in honest pages
 * @param note what makes the article a test, for the demo's report; empty for an ordinary one
 * @param caption under its picture; empty when it has none
 * @param blocks paragraphs and headings, in order
 */
record DemoArticle(
    String slug,
    Paper paper,
    String section,
    String title,
    String teaser,
    String author,
    Instant published,
    List<String> tags,
    State state,
    String hidden,
    String note,
    String caption,
    List<String> blocks) {

  /** How much of the article its page gives away. */
  enum State {
    FULL,
    /** Ends at a paywall after the first sentences. */
    TEASER,
    /** A page of an article that has no text. */
    EMPTY
  }

  static DemoArticle read(String slug) {
    String[] parts = Template.resource("articles/" + slug + ".md").split("(?m)^---$", 2);
    Map<String, String> head = new HashMap<>();
    parts[0]
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> head.put(pair[0].strip(), pair[1].strip()));
    return new DemoArticle(
        slug,
        Paper.valueOf(need(head, "paper").toUpperCase(Locale.ROOT)),
        need(head, "section"),
        need(head, "title"),
        need(head, "teaser"),
        need(head, "author"),
        Instant.parse(need(head, "published")),
        Arrays.asList(need(head, "tags").split(", *", -1)),
        State.valueOf(head.getOrDefault("state", "full").toUpperCase(Locale.ROOT)),
        head.getOrDefault("hidden", ""),
        head.getOrDefault("note", ""),
        need(head, "caption"),
        Arrays.stream(parts[1].strip().split("\n\n", -1)).filter(b -> !b.isBlank()).toList());
  }

  private static String need(Map<String, String> head, String key) {
    return Objects.requireNonNull(head.get(key), () -> key + " is missing");
  }

  /** Where its page is; the date is part of the address, as newspapers do. */
  String path() {
    return paper.home() + published.toString().substring(0, 10).replace('-', '/') + "/" + slug;
  }

  String imagePath() {
    return "/images/" + slug + ".svg";
  }

  boolean illustrated() {
    return !caption.isEmpty();
  }
}
