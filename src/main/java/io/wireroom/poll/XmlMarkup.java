package io.wireroom.poll;

import java.util.Locale;
import java.util.Set;

/** Writes what is inside an element as HTML again, for feeds that put markup in unescaped. */
final class XmlMarkup {
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "wbr", "source", "col", "embed");

  private final StringBuilder out = new StringBuilder();
  private final boolean escaped;

  private XmlMarkup(boolean escaped) {
    this.escaped = escaped;
  }

  /**
   * The markup inside an element.
   *
   * @param escaped whether its text is markup too, escaped once (some publishers do both)
   */
  static String inside(XmlElement element, boolean escaped) {
    XmlMarkup markup = new XmlMarkup(escaped);
    for (Object child : element.children()) {
      markup.write(child);
    }
    return markup.out.toString().strip();
  }

  private void write(Object node) {
    if (!(node instanceof XmlElement element)) {
      String text = (String) node;
      out.append(escaped ? text : text.replace("&", "&amp;").replace("<", "&lt;"));
      return;
    }
    String tag = htmlTag(element);
    out.append('<').append(tag);
    XmlAttributes attributes = element.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      String value = attributes.value(i);
      out.append(' ').append(attributes.name(i)).append("=\"");
      out.append(value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
      out.append('"');
    }
    if (element.children().isEmpty() && VOID.contains(tag.toLowerCase(Locale.ROOT))) {
      out.append(" />");
      return;
    }
    out.append('>');
    for (Object child : element.children()) {
      write(child);
    }
    out.append("</").append(tag).append('>');
  }

  /** XHTML may come with a prefix, HTML knows none. */
  private static String htmlTag(XmlElement element) {
    String tag = element.tag();
    return element.name().startsWith("xhtml:") ? tag.substring(tag.indexOf(':') + 1) : tag;
  }
}
