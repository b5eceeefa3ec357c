package io.wireroom.poll;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Reads HTML that strangers serve into a tree of bounded depth and size, whatever it is. */
public final class Html {
  /** So much of a page is read, in chars: several times the largest news pages. */
  public static final int LONGEST_PAGE = 2_500_000;

  /** So many tags are read, which bounds the memory and the time that a page can take. */
  public static final int MOST_TAGS = 50_000;

  /** Elements nested deeper become siblings; pages by hand or by machine stay far below. */
  private static final int DEEPEST = 256;

  private Html() {}

  /**
   * The page as a tree with a body; of a page beyond the limits, its beginning.
   *
   * @param base the address that relative links are resolved against; may be empty
   */
  public static Document parse(String html, String base) {
    return parse(html, base, MOST_TAGS);
  }

  /**
   * The same, of a page's first tags only.
   *
   * @param mostTags how many
   */
  static Document parse(String html, String base, int mostTags) {
    return parseWithin(capped(html, mostTags), base);
  }

  private static String capped(String html, int mostTags) {
    String page = html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html;
    int tags = 0;
    for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
      if (++tags > mostTags) {
        return page.substring(0, at);
      }
    }
    return page;
  }

  private static Document parseWithin(String html, String base) {
    try {
      return Jsoup.parse(html, base, Parser.htmlParser().setMaxDepth(DEEPEST));
    } catch (ValidationException | IndexOutOfBoundsException lost) {
      return parseAsWritten(html, base);
    }
  }

  /**
   * Takes tags as they stand. Where jsoup 1.22.1 prunes a stack that is too deep, it can lose count
   * of the open templates and formatting elements and then fail; this way it keeps neither.
   */
  private static Document parseAsWritten(String html, String base) {
    Document written = Jsoup.parse(html, base, Parser.xmlParser().setMaxDepth(DEEPEST - 8));
    Document page = Document.createShell(base);
    List<Node> nodes = List.copyOf(written.childNodes());
    page.body().appendChildren(nodes);
    return page;
  }
}
