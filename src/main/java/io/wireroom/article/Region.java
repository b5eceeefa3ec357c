package io.wireroom.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element that holds text: a node of the tree that the article is looked for in. */
final class Region {
  final String tag;
  final @Nullable Region parent;

  /** What the element's own tag, class, id and role say, as bits of {@link Hints}. */
  final int hints;

  /** Equal for regions that a site's template made in the same way. */
  final int template;

  /** The blocks inside are those from {@code first} to {@code end}, without {@code end}. */
  int first;

  int end;

  /** How many pictures are inside. */
  int images;

  /** Whether it, or an element inside, is named as the article's body. */
  boolean holdsBody;

  /** Whether it is, or holds, a quotation. */
  boolean holdsQuote;

  Region(Element element, @Nullable Region parent, int hints, int first) {
    this.tag = element.normalName();
    this.parent = parent;
    this.hints = hints;
    this.first = first;
    this.end = first;
    int shape = tag.hashCode() * 31 + element.className().hashCode();
    template = parent == null ? shape : parent.template * 31 + shape;
    boolean body = (hints & Hints.BODY) != 0;
    boolean quote = tag.equals("blockquote");
    for (@Nullable Region at = this; at != null && (body || quote); at = at.parent) {
      at.holdsBody |= body;
      at.holdsQuote |= quote;
    }
  }
}
