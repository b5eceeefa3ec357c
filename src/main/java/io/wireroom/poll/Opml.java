package io.wireroom.poll;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Lists of feeds as feed readers exchange them: OPML 2.0. Reading is lenient: old versions, any
 * encoding, attributes in any case; what has no {@code xmlUrl} is a folder.
 */
public final class Opml {

  private static final Document.OutputSettings XML =
      new Document.OutputSettings()
          .syntax(Document.OutputSettings.Syntax.xml)
          .escapeMode(Entities.EscapeMode.xhtml);

  private Opml() {}

  /**
   * One feed of a list.
   *
   * @param url of the feed, as written
   * @param title for people; empty when there is none
   * @param site address of the pages it belongs to; null when there is none
   * @param tags the folders around it, outermost first, then its categories
   */
  public record Outline(String url, String title, @Nullable String site, List<String> tags) {

    public Outline {
      tags = List.copyOf(tags);
    }
  }

  /**
   * The feeds of a list, in its order; a feed that is in several folders comes once, with the tags
   * of all.
   *
   * @throws IOException when this is not OPML
   */
  public static List<Outline> read(byte[] bytes) throws IOException {
    XmlElement document = new XmlReader(FeedDecoder.decode(bytes, null).text()).read();
    XmlElement opml =
        document.elements().stream()
            .filter(e -> named(e, "opml"))
            .findFirst()
            .orElseThrow(() -> new IOException("not OPML: there is no <opml> in it"));
    Map<String, Outline> outlines = new LinkedHashMap<>();
    collect(opml, outlines);
    return List.copyOf(outlines.values());
  }

  private static void collect(XmlElement parent, Map<String, Outline> outlines) {
    for (XmlElement element : parent.elements()) {
      String url = attribute(element, "xmlUrl");
      if (named(element, "outline") && !url.isEmpty()) {
        outlines.merge(url, outline(element, url), Opml::join);
      }
      collect(element, outlines);
    }
  }

  /** A list of feeds as OPML 2.0, UTF-8. A feed's first tag is its folder. */
  public static String write(String title, Collection<Outline> outlines) {
    Map<String, StringBuilder> folders = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      String folder = outline.tags().isEmpty() ? "" : outline.tags().get(0);
      String indent = folder.isEmpty() ? "    " : "      ";
      folders
          .computeIfAbsent(folder, name -> new StringBuilder())
          .append(indent)
          .append(line(outline))
          .append('\n');
    }
    StringBuilder opml = new StringBuilder();
    opml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    opml.append("  <head>\n    <title>").append(escape(title)).append("</title>\n  </head>\n");
    opml.append("  <body>\n");
    folders.forEach(
        (folder, lines) -> {
          if (folder.isEmpty()) {
            opml.append(lines);
          } else {
            opml.append("    <outline text=\"").append(escape(folder)).append("\">\n");
            opml.append(lines).append("    </outline>\n");
          }
        });
    return opml.append("  </body>\n</opml>\n").toString();
  }

  private static Outline outline(XmlElement element, String url) {
    String title = attribute(element, "title");
    String site = attribute(element, "htmlUrl");
    Deque<String> folders = new ArrayDeque<>();
    for (XmlElement around = element.parent(); around != null; around = around.parent()) {
      if (named(around, "outline")) {
        folders.addFirst(label(around));
      }
    }
    Set<String> tags = new LinkedHashSet<>(folders);
    for (String category : attribute(element, "category").split(",", -1)) {
      tags.add(category.strip().replaceFirst("^/", ""));
    }
    tags.remove("");
    return new Outline(
        url,
        title.isEmpty() ? attribute(element, "text") : title,
        site.isEmpty() ? null : site,
        List.copyOf(tags));
  }

  private static Outline join(Outline first, Outline again) {
    Set<String> tags = new LinkedHashSet<>(first.tags());
    tags.addAll(again.tags());
    return new Outline(first.url(), first.title(), first.site(), List.copyOf(tags));
  }

  private static String label(XmlElement folder) {
    String text = attribute(folder, "text");
    return text.isEmpty() ? attribute(folder, "title") : text;
  }

  private static String line(Outline outline) {
    StringBuilder line = new StringBuilder("<outline type=\"rss\"");
    attribute(line, "text", outline.title());
    attribute(line, "title", outline.title());
    attribute(line, "xmlUrl", outline.url());
    attribute(line, "htmlUrl", outline.site() == null ? "" : outline.site());
    attribute(line, "category", String.join(",", outline.tags()));
    return line.append("/>").toString();
  }

  private static void attribute(StringBuilder line, String name, String value) {
    if (!value.isEmpty()) {
      line.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }
  }

  private static String attribute(XmlElement element, String name) {
    String value = element.attr(name);
    return value == null ? "" : value.strip();
  }

  private static boolean named(XmlElement element, String name) {
    return element.name().equalsIgnoreCase(name);
  }

  private static String escape(String text) {
    return Entities.escape(text, XML);
  }
}
