package io.wireroom.poll;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Reads HTML that strangers serve into a tree of bounded depth, whatever it is. */
public final class Html {
  /** Elements nested deeper become siblings; pages by hand or by machine stay far below. */
  private static final int DEEPEST = 256;

  private Html() {}

  /**
   * The page as a tree with a body.
   *
   * @param base the address that relative links are resolved against; may be empty
   */
  public static Document parse(String html, String base) {
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
