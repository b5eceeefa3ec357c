package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry leads: to its article, and to the files that belong to it. Feeds say so in half a
 * dozen places, and often in several at once.
 */
final class EntryLinks {
  private final XmlElement item;
  private final FeedContext context;
  private final List<Link> links;

  EntryLinks(XmlElement item, FeedContext context) {
    this.item = item;
    this.context = context;
    this.links = context.links(item);
    String href = context.link(item, item.attrOf("href"));
    if (href != null) {
      links.add(0, new Link(href, "alternate", "text/html", null, null));
    }
  }

  /** All links, as the entry has them. */
  List<Link> all() {
    return List.copyOf(links);
  }

  /**
   * The article's address; null when the entry has none.
   *
   * @param guid the entry's, which may be a link; null when it has none
   */
  @Nullable String main(@Nullable XmlElement guid) {
    Link other = null;
    for (Link link : links) {
      if (link.rel().equalsIgnoreCase("alternate")) {
        if (isPage(link.type())) {
          return link.href();
        }
        other = other == null ? link : other;
      }
    }
    if (guid != null && !"false".equalsIgnoreCase(guid.attrOf("ispermalink"))) {
      String text = guid.text();
      if (text.regionMatches(true, 0, "http", 0, 4)) {
        return context.link(guid, text);
      }
    }
    if (other != null) {
      return other.href();
    }
    String origin = item.textOf("feedburner:origlink");
    String about = context.link(item, origin != null ? origin : item.attrOf("rdf:about"));
    return about != null ? about : elsewhere();
  }

  /** Atom's content may be at another address, which is then all that an entry links to. */
  private @Nullable String elsewhere() {
    XmlElement content = item.first("content");
    String src = content == null ? null : content.attrOf("src");
    return content == null || src == null ? null : context.link(content, src);
  }

  /** The files that belong to the entry. */
  List<Feed.Enclosure> enclosures() {
    List<Feed.Enclosure> found = new ArrayList<>(1);
    for (Link link : links) {
      if (link.rel().equalsIgnoreCase("enclosure")) {
        found.add(new Feed.Enclosure(link.href(), link.type(), length(link.length())));
      }
    }
    if (found.isEmpty()) {
      XmlElement group = item.first("media:group");
      for (XmlElement media : (group == null ? item : group).all("media:content")) {
        String url = context.link(media, media.attrOf("url"));
        if (url != null && found.size() < 100) {
          found.add(
              new Feed.Enclosure(url, media.attrOf("type"), length(media.attrOf("filesize"))));
        }
      }
    }
    return List.copyOf(found);
  }

  static boolean isPage(@Nullable String type) {
    return type == null || type.toLowerCase(Locale.ROOT).contains("html");
  }

  static @Nullable Long length(@Nullable String text) {
    return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
  }
}
