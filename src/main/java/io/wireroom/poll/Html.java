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

  /** No element's name is longer; the parser's time grows with the square of a name's length. */
  private static final int LONGEST_NAME = 256;

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
    return parseWithin(named(capped(html, mostTags)), base);
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

  /** What begins like a tag, but with a name that never ends, is text. */
  private static String named(String html) {
    StringBuilder page = new StringBuilder();
    int done = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (endless(html, at)) {
        page.append(html, done, at).append("&lt;");
        done = at + 1;
      }
    }
    return done == 0 ? html : page.append(html, done, html.length()).toString();
  }

  private static boolean endless(String html, int tag) {
    int name = html.startsWith("</", tag) ? tag + 2 : tag + 1;
    int last = Math.min(html.length(), name + LONGEST_NAME);
    if (last < name + LONGEST_NAME || !Character.isLetter(html.charAt(name))) {
      return false;
    }
    for (int at = name; at < last; at++) {
      char c = html.charAt(at);
      if (c == '>' || c == '/' || Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
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
