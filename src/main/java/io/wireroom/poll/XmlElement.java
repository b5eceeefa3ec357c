package io.wireroom.poll;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed as {@link XmlReader} read it, whatever was wrong with the markup.
 *
 * <p>{@link #name()} is lower-case and carries the field's usual prefix whatever prefix the feed
 * chose: {@code title} for RSS and Atom alike, {@code dc:creator}, {@code media:group}. Attributes
 * keep their names as written, and are found in any case. Not thread-safe.
 */
final class XmlElement {
  private final String name;
  private final String tag;
  private final XmlAttributes attributes;
  private final @Nullable XmlElement parent;
  private final XmlScope scope;
  private final int depth;
  private List<Object> children = List.of();

  /** The nearest one from here up; null where there is none. */
  private final @Nullable XmlBase base;

  XmlElement(
      String name,
      String tag,
      XmlAttributes attributes,
      @Nullable XmlElement parent,
      XmlScope scope) {
    this.name = name;
    this.tag = tag;
    this.attributes = attributes;
    this.parent = parent;
    this.scope = scope;
    this.depth = parent == null ? 0 : parent.depth + 1;
    XmlBase outer = parent == null ? null : parent.base;
    String own = attributes.first("xml:base");
    this.base = own == null ? outer : new XmlBase(outer, own);
  }

  String name() {
    return name;
  }

  String tag() {
    return tag;
  }

  @Nullable XmlElement parent() {
    return parent;
  }

  /** The parent; the outermost element itself, which has none. */
  XmlElement parentOrSelf() {
    return parent == null ? this : parent;
  }

  XmlScope scope() {
    return scope;
  }

  int depth() {
    return depth;
  }

  /** Elements and Strings in document order. */
  List<Object> children() {
    return children;
  }

  XmlAttributes attributes() {
    return attributes;
  }

  void add(XmlElement child) {
    addNode(child);
  }

  void addText(String text) {
    addNode(text);
  }

  private void addNode(Object node) {
    if (children.isEmpty()) {
      children = new ArrayList<>(1);
    }
    children.add(node);
  }

  /** The attribute's value, in whatever case its name is; null when it isn't there. */
  @Nullable String attr(String attribute) {
    return attributes.get(attribute);
  }

  /** The first of these attributes that is there and not blank, trimmed; else null. */
  @Nullable String attrOf(String... names) {
    return attributes.first(names);
  }

  List<XmlElement> elements() {
    List<XmlElement> found = new ArrayList<>(children.size());
    for (Object child : children) {
      if (child instanceof XmlElement element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The children with this name, in document order. */
  List<XmlElement> all(String wanted) {
    List<XmlElement> found = new ArrayList<>(1);
    for (Object child : children) {
      if (child instanceof XmlElement element && element.name.equals(wanted)) {
        found.add(element);
      }
    }
    return found;
  }

  @Nullable XmlElement first(String wanted) {
    for (Object child : children) {
      if (child instanceof XmlElement element && element.name.equals(wanted)) {
        return element;
      }
    }
    return null;
  }

  boolean hasElements() {
    for (Object child : children) {
      if (child instanceof XmlElement) {
        return true;
      }
    }
    return false;
  }

  /** All text inside, markup left out, trimmed. */
  String text() {
    if (children.size() == 1 && children.get(0) instanceof String only) {
      return only.strip();
    }
    StringBuilder out = new StringBuilder();
    collectText(out);
    return out.toString().strip();
  }

  /** The text of the first child with this name, or null when there is none or it is blank. */
  @Nullable String textOf(String wanted) {
    for (Object child : children) {
      if (child instanceof XmlElement element && element.name.equals(wanted)) {
        String text = element.text();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return null;
  }

  /** Whether relative links here start from an xml:base. */
  boolean isBased() {
    return base != null;
  }

  /**
   * The address that relative links here start from.
   *
   * @param document where the outermost xml:base starts from; the same at every call
   */
  String base(String document) {
    return base == null ? document : base.address(document);
  }

  /** The value that this attribute has here or on the nearest ancestor that carries it. */
  @Nullable String inherited(String attribute) {
    for (XmlElement at = this; at != null; at = at.parent) {
      String value = at.attr(attribute);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private void collectText(StringBuilder out) {
    for (Object child : children) {
      if (child instanceof XmlElement element) {
        element.collectText(out);
      } else {
        out.append(child);
      }
    }
  }
}
