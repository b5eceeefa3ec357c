package io.wireroom.article;

import io.wireroom.poll.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into {@link Block}s, in document order, and keeps the tree of {@link Region}s they
 * lie in. Walks without recursion, so that deep nesting costs no stack.
 */
final class PageBlocks {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rt", "rtc", "ruby",
          "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr");

  /** A table cell with more words than this is layout, and a block of its own. */
  private static final int WORDS_OF_A_CELL = 25;

  final List<Block> blocks = new ArrayList<>();
  final List<Region> regions = new ArrayList<>();

  private final Hints hints = new Hints();
  private final TextRun run = new TextRun();
  private final boolean unscripted;
  private int images;
  private int links;
  private int preformatted;
  private Region region;

  private PageBlocks(Element body, boolean unscripted) {
    this.unscripted = unscripted;
    region = new Region(body, null, 0, 0);
    regions.add(region);
  }

  /**
   * @param unscripted whether to see the page as where no scripts run
   */
  static PageBlocks of(Element body, boolean unscripted) {
    PageBlocks page = new PageBlocks(body, unscripted);
    page.walk(body);
    return page;
  }

  /** Cuts a text that is no page, or one with a few tags in it; a line is a block. */
  static PageBlocks ofText(String text) {
    boolean tagged = text.contains("</") || text.contains("<br");
    Element body = tagged ? Html.parse(text, "").body() : new Element("body");
    PageBlocks page = new PageBlocks(body, false);
    if (tagged) {
      page.walk(body);
    } else {
      for (String line : text.lines().toList()) {
        page.run.append(JsonLd.plain(line), false, false);
        page.flush();
      }
    }
    return page;
  }

  private void walk(Element root) {
    @Nullable Node node = root.firstChild();
    while (node != null) {
      if (node instanceof TextNode text) {
        run.append(text.getWholeText(), links > 0, preformatted > 0);
      } else if (node instanceof Element element && isPicture(element)) {
        images++;
      } else if (node instanceof Element element && !Visibility.isUnseen(element, unscripted)) {
        open(element);
        Node child = element.firstChild();
        if (child != null) {
          node = child;
          continue;
        }
        close(element);
      }
      while (node != root && node.nextSibling() == null) {
        node = node.parent();
        if (node == null || node == root) {
          break;
        }
        close((Element) node);
      }
      node = node == null || node == root ? null : node.nextSibling();
    }
    flush();
    region.end = blocks.size();
  }

  private void open(Element element) {
    String name = element.normalName();
    if (isInline(name)) {
      links += name.equals("a") ? 1 : 0;
      return;
    }
    switch (name) {
      case "br" -> {
        if (run.lineBreak()) {
          flush();
        }
      }
      case "td", "th" -> run.space();
      default -> {
        flush();
        preformatted += name.equals("pre") ? 1 : 0;
        region = new Region(element, region, hints.of(element), blocks.size());
        region.images = images;
        regions.add(region);
      }
    }
  }

  private void close(Element element) {
    String name = element.normalName();
    if (isInline(name)) {
      links -= name.equals("a") ? 1 : 0;
      return;
    }
    switch (name) {
      case "br" -> {}
      case "td", "th" -> {
        run.space();
        if (run.words() > WORDS_OF_A_CELL) {
          flush();
        }
      }
      default -> {
        flush();
        preformatted -= name.equals("pre") ? 1 : 0;
        region.end = blocks.size();
        region.images = images - region.images;
        Region parent = region.parent;
        if (parent != null) {
          region = parent;
        }
      }
    }
  }

  private static boolean isInline(String name) {
    return INLINE.contains(name) || (name.indexOf('-') > 0 && !name.startsWith("amp-"));
  }

  int words(Region region) {
    return blocks.subList(region.first, region.end).stream().mapToInt(Block::words).sum();
  }

  private static boolean isPicture(Element element) {
    String name = element.normalName();
    return name.equals("img") || name.equals("amp-img") || name.equals("picture");
  }

  private void flush() {
    Block block = run.take(region);
    if (block != null) {
      blocks.add(block);
    }
  }
}
