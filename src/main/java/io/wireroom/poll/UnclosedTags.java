package io.wireroom.poll;

import java.util.Set;

/**
 * Tells by the element that comes next which ones before it lack their end tags: feeds forget them,
 * and every item after the gap would end up inside a title.
 */
final class UnclosedTags {

  /** Elements of feeds that hold text only: the next element of the feed ends them. */
  private static final Set<String> TEXT_ONLY =
      Set.of("title", "link", "guid", "pubdate", "category", "comments", "dc:date", "dc:creator");

  private static final Set<String> SIBLINGS =
      Set.of(
          "title",
          "link",
          "description",
          "guid",
          "pubdate",
          "enclosure",
          "comments",
          "item",
          "entry",
          "content:encoded",
          "dc:date",
          "dc:creator");

  private static final Set<String> AFTER_DESCRIPTION =
      Set.of("pubdate", "guid", "enclosure", "comments", "item", "content:encoded", "dc:date");

  private UnclosedTags() {}

  /**
   * The element that the next one belongs to, once the end tags are supplied whose lack it gives
   * away.
   *
   * @param open the innermost that has not ended as far as the document says
   * @param next the canonical name of the element that comes
   */
  static XmlElement parentFor(String next, XmlElement open) {
    boolean leftOpen =
        TEXT_ONLY.contains(open.name()) && SIBLINGS.contains(next)
            || open.name().equals("description") && AFTER_DESCRIPTION.contains(next);
    XmlElement parent = leftOpen ? open.parentOrSelf() : open;
    if (next.equals("item") || next.equals("entry")) {
      for (XmlElement match = parent; match.parent() != null; match = match.parentOrSelf()) {
        if (match.name().equals(next)) {
          return match.parentOrSelf();
        }
      }
    }
    return parent;
  }
}
