package io.wireroom.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole document while its elements are read: the address that relative links
 * start from, and the dialect that elements without a type are written in.
 *
 * @param base the document's address, or empty
 * @param declared whether that address was declared by the publisher (Content-Location), so that
 *     even ids may be relative to it
 * @param growth what links may still add
 */
record FeedContext(FeedText text, String base, boolean declared, Growth growth) {
  private static final int MAX_LINKS = 200;
  private static final String REGISTERED = "http://www.iana.org/assignments/relation/";

  FeedContext(FeedText text, String base, boolean declared) {
    this(text, base, declared, new Growth());
  }

  /** The base at an element: every xml:base from the root down, each relative to the one above. */
  String base(XmlElement element) {
    return element.base(base);
  }

  @Nullable String link(XmlElement element, @Nullable String reference) {
    String link = Links.absolute(growth.allowed() ? base(element) : "", reference);
    growth.add(link == null ? 0 : link.length());
    return link;
  }

  /** Ids are compared, never followed, so only what is plainly a path is made absolute. */
  @Nullable String id(XmlElement element, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    String trimmed = id.strip();
    boolean path = trimmed.startsWith("/") || trimmed.startsWith("./") || trimmed.startsWith("../");
    boolean based = declared || element.isBased();
    return path && based ? Links.resolve(base(element), trimmed) : trimmed;
  }

  /** The first of these children that has text, as plain text; names in order of preference. */
  @Nullable String plain(XmlElement parent, String... names) {
    for (String name : names) {
      for (XmlElement child : parent.all(name)) {
        String found = text.plain(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Puts a child's plain text into {@code texts} under {@code key}, if there is any. */
  void note(Map<String, String> texts, String key, XmlElement parent, String... names) {
    String found = plain(parent, names);
    if (found != null) {
      texts.put(key, found);
    }
  }

  /** The last child of these names that holds a date: feeds append corrections. */
  static @Nullable Instant date(XmlElement parent, Set<String> names) {
    Instant date = null;
    for (XmlElement child : parent.elements()) {
      if (names.contains(child.name())) {
        Instant found = FeedDates.parse(child.text());
        date = found == null ? date : found;
      }
    }
    return date;
  }

  /** The children of these names as HTML, in document order. */
  Map<XmlElement, String> htmls(XmlElement parent, Set<String> names) {
    Map<XmlElement, String> found = new LinkedHashMap<>();
    for (XmlElement child : parent.elements()) {
      if (names.contains(child.name())) {
        String html = text.html(child, growth.allowed() ? base(child) : "");
        if (html != null) {
          growth.add(html.length());
          found.put(child, html);
        }
      }
    }
    return found;
  }

  /** Every link of an element as it stands in the document. */
  List<FeedDetails.Link> links(XmlElement parent) {
    List<FeedDetails.Link> found = new ArrayList<>(2);
    for (XmlElement child : parent.elements()) {
      FeedDetails.Link link =
          switch (child.name()) {
            case "link", "a10:link" -> link(child);
            case "enclosure" -> enclosure(child);
            case "creativecommons:license", "cc:license" -> license(child);
            default -> null;
          };
      if (link != null && found.size() < MAX_LINKS) {
        found.add(link);
      }
    }
    return found;
  }

  private FeedDetails.@Nullable Link link(XmlElement child) {
    String attribute = child.attrOf("href", "url", "uri", "rdf:resource");
    String href = link(child, attribute == null ? child.text() : attribute);
    String rel = child.attrOf("rel");
    return href == null
        ? null
        : new FeedDetails.Link(
            href,
            rel == null ? "alternate" : relation(rel),
            child.attrOf("type"),
            child.attrOf("title"),
            child.attrOf("length"));
  }

  /** A registered relation may be written as an address as well (RFC 4287, 4.2.7.2). */
  private static String relation(String rel) {
    return rel.startsWith(REGISTERED) ? rel.substring(REGISTERED.length()) : rel;
  }

  private FeedDetails.@Nullable Link enclosure(XmlElement child) {
    String href = link(child, child.attrOf("url", "href", "rdf:resource", "enc:url"));
    return href == null
        ? null
        : new FeedDetails.Link(
            href,
            "enclosure",
            child.attrOf("type", "enc:type"),
            null,
            child.attrOf("length", "enc:length"));
  }

  private FeedDetails.@Nullable Link license(XmlElement child) {
    String attribute = child.attrOf("rdf:resource", "href");
    String href = link(child, attribute == null ? child.text() : attribute);
    return href == null ? null : new FeedDetails.Link(href, "license", null, null, null);
  }
}
