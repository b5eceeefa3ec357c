package io.wireroom.poll;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces in force at an element, and what names mean there.
 *
 * <p>Feeds write namespaces wrongly as often as rightly: prefixes without a declaration, addresses
 * in the wrong case or of an older draft. So a name becomes the usual prefix of a namespace that is
 * known, and otherwise the prefix as written.
 */
final class XmlScope {
  private static final Map<String, String> KNOWN = new HashMap<>();

  static {
    for (String core :
        new String[] {
          "",
          "http://www.w3.org/2005/atom",
          "http://purl.org/atom/ns#",
          "http://purl.org/rss/1.0/",
          "http://purl.org/rss/1.0/modules/rss091#",
          "http://my.netscape.com/rdf/simple/0.9/",
          "http://my.netscape.com/publish/formats/rss-0.91.dtd",
          "http://channel.netscape.com/rdf/simple/0.9/",
          "http://backend.userland.com/rss",
          "http://backend.userland.com/rss2",
          "http://backend.userland.com/rss091",
          "http://backend.userland.com/rss092",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://cyber.law.harvard.edu/rss/rss.html",
          "http://purl.org/net/rss1.1#",
          "http://example.com/newformat#",
          "http://example.com/necho",
          "http://purl.org/echo/",
          "uri/of/echo/namespace#",
          "http://purl.org/pie/",
          "http://www.sitemaps.org/schemas/sitemap/0.9",
          "http://www.google.com/schemas/sitemap/0.84",
        }) {
      KNOWN.put(core, "");
    }
    KNOWN.put("http://purl.org/dc/elements/1.1/", "dc");
    KNOWN.put("http://purl.org/dc/elements/1.0/", "dc");
    KNOWN.put("http://purl.org/dc/terms/", "dcterms");
    KNOWN.put("http://purl.org/rss/1.0/modules/content/", "content");
    KNOWN.put("http://search.yahoo.com/mrss", "media");
    KNOWN.put("http://search.yahoo.com/mrss/", "media");
    KNOWN.put("http://video.search.yahoo.com/mrss", "media");
    KNOWN.put("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
    KNOWN.put("http://example.com/dtds/podcast-1.0.dtd", "itunes");
    KNOWN.put("http://www.google.com/schemas/play-podcasts/1.0", "googleplay");
    KNOWN.put("http://www.google.com/schemas/sitemap-news/0.9", "news");
    KNOWN.put("http://www.google.com/schemas/sitemap-image/1.1", "image");
    KNOWN.put("http://www.georss.org/georss", "georss");
    KNOWN.put("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo");
    KNOWN.put("http://www.opengis.net/gml", "gml");
    KNOWN.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf");
    KNOWN.put("http://www.w3.org/1999/xhtml", "xhtml");
    KNOWN.put("http://www.w3.org/xml/1998/namespace", "xml");
    KNOWN.put("http://www.w3.org/1999/xlink", "xlink");
    KNOWN.put("http://purl.org/rss/1.0/modules/slash/", "slash");
    KNOWN.put("http://purl.org/rss/1.0/modules/syndication/", "sy");
    KNOWN.put("http://purl.org/rss/1.0/modules/link/", "l");
    KNOWN.put("http://backend.userland.com/creativecommonsrssmodule", "creativecommons");
    KNOWN.put("http://web.resource.org/cc/", "cc");
    KNOWN.put("http://rssnamespace.org/feedburner/ext/1.0", "feedburner");
    KNOWN.put("http://webns.net/mvcb/", "admin");
    KNOWN.put("http://purl.org/syndication/thread/1.0", "thr");
    KNOWN.put("http://wellformedweb.org/commentapi/", "wfw");
  }

  private final @Nullable XmlScope outer;
  private final Map<String, String> prefixes = new HashMap<>(4);
  private final Map<String, String> names = new HashMap<>();

  private XmlScope(@Nullable XmlScope outer) {
    this.outer = outer;
  }

  /** Where a document begins: names without a prefix are the feed's own. */
  static XmlScope outermost() {
    XmlScope scope = new XmlScope(null);
    scope.prefixes.put("", "");
    return scope;
  }

  XmlScope inner() {
    return new XmlScope(this);
  }

  /**
   * Binds a prefix ("" for the default).
   *
   * @param atRoot at the root an unknown default namespace is taken for the feed's own: publishers
   *     invent them; further in it marks something foreign
   */
  void bind(String prefix, String uri, boolean atRoot) {
    String known = KNOWN.get(uri.strip().toLowerCase(Locale.ROOT));
    if (known != null) {
      prefixes.put(prefix, known);
    } else if (prefix.isEmpty()) {
      prefixes.put("", atRoot ? "" : "?");
    } else {
      prefixes.put(prefix, prefix);
    }
  }

  /** The canonical name of a tag in this scope. */
  String canonical(String tag) {
    String known = names.get(tag);
    if (known == null) {
      known = resolve(tag);
      names.put(tag, known);
    }
    return known;
  }

  private String resolve(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    String prefix = colon < 0 ? "" : lower.substring(0, colon);
    String local = lower.substring(colon + 1);
    for (XmlScope at = this; at != null; at = at.outer) {
      String bound = at.prefixes.get(prefix);
      if (bound != null) {
        return bound.isEmpty() ? local : bound + ":" + local;
      }
    }
    return prefix.startsWith("atom") || prefix.equals("rss") ? local : lower;
  }
}
