package io.wireroom.poll;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the element that a document's feed begins with, and names its dialect. */
final class FeedFormat {
  private static final Map<String, String> RSS =
      Map.of("0.91", "rss091u", "0.92", "rss092", "0.93", "rss093", "0.94", "rss094");

  private static final Map<String, String> ATOM =
      Map.of("0.1", "atom01", "0.2", "atom02", "0.3", "atom03");

  private static final Set<String> ROOTS =
      Set.of("rss", "rdf:rdf", "feed", "channel", "urlset", "sitemapindex", "html", "opml");

  private FeedFormat() {}

  /**
   * The outermost element that a feed, sitemap or page can begin with; the document itself when its
   * root was lost and only entries are left; null when there is neither.
   */
  static @Nullable XmlElement root(XmlElement document) {
    XmlElement root = outermost(document);
    return root != null ? root : hasEntry(document) ? document : null;
  }

  private static boolean hasEntry(XmlElement parent) {
    for (XmlElement child : parent.elements()) {
      if (XmlFeed.ENTRY.contains(child.name()) || hasEntry(child)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable XmlElement outermost(XmlElement document) {
    for (XmlElement child : document.elements()) {
      if (ROOTS.contains(local(child))) {
        return child;
      }
    }
    for (XmlElement child : document.elements()) {
      XmlElement found = outermost(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The name that {@link #root} chose the element by: {@code xhtml:html} is {@code html}. */
  static String local(XmlElement element) {
    return switch (element.name()) {
      case "xhtml:html" -> "html";
      case "rdf" -> "rdf:rdf";
      default -> element.name();
    };
  }

  static String of(XmlElement root, String doctype) {
    String version = root.attrOf("version");
    String number = version == null ? "" : version;
    return switch (local(root)) {
      case "rss" -> rss(number, doctype);
      case "rdf:rdf" -> hasNamespace(root, "netscape.com/rdf/simple/0.9") ? "rss090" : "rss10";
      case "feed" ->
          hasNamespace(root, "http://www.w3.org/2005/atom")
              ? "atom10"
              : ATOM.getOrDefault(number, "atom");
      case "channel" -> "cdf";
      default -> root.first("entry") == null ? "rss" : "atom";
    };
  }

  private static String rss(String version, String doctype) {
    if (doctype.toLowerCase(Locale.ROOT).contains("netscape")) {
      return "rss091n";
    }
    return version.startsWith("2") ? "rss20" : RSS.getOrDefault(version, "rss");
  }

  private static boolean hasNamespace(XmlElement root, String part) {
    for (String value : root.attributes().namespaces()) {
      if (value.toLowerCase(Locale.ROOT).contains(part)) {
        return true;
      }
    }
    return false;
  }
}
