package io.wireroom.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element that holds text: a node of the tree that the article is looked for in. */
final class Region {
  final Element element;
  final @Nullable Region parent;

  /** Distance from the body element, in block-level elements. */
  final int depth;

  /** What the element's own tag, class, id and roles say, as bits of {@link Hints}. */
  final int hints;

  /** The same for it and everything above it. */
  final int inheritedHints;

  /** Equal for regions that a site's template made in the same way. */
  final int pathHash;

  /** The blocks inside are those from {@code first} to {@code end}, without {@code end}. */
  int first;

  int end;

  /** Whether it, or an element inside, is named as the article's body. */
  boolean holdsBody;

  Region(Element element, @Nullable Region parent, int hints, int first) {
    this.element = element;
    this.parent = parent;
    this.hints = hints;
    this.first = first;
    this.end = first;
    if ((hints & Hints.BODY) != 0) {
      for (@Nullable Region at = this; at != null && !at.holdsBody; at = at.parent) {
        at.holdsBody = true;
      }
    }
    String shape = element.normalName() + ' ' + element.className();
    if (parent == null) {
      depth = 0;
      inheritedHints = hints;
      pathHash = shape.hashCode();
    } else {
      depth = parent.depth + 1;
      inheritedHints = parent.inheritedHints | hints;
      pathHash = parent.pathHash * 31 + shape.hashCode();
    }
  }

  boolean is(String tag) {
    return element.normalName().equals(tag);
  }
}
