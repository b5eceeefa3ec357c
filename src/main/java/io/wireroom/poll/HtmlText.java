package io.wireroom.poll;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What feeds need of HTML without building a tree for it: plain text of titles and teasers, and
 * absolute addresses inside markup. Linear in the input.
 */
public final class HtmlText {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>");
  private static final Pattern COMMENT_MARK = Pattern.compile("<!--|-->");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "poster", "cite", "action", "longdesc", "background");

  /** Tags that a title carries as markup; another name in angle brackets is what it talks about. */
  private static final Set<String> MARKUP =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "big",
          "br",
          "cite",
          "code",
          "del",
          "dfn",
          "div",
          "em",
          "font",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "mark",
          "math",
          "ol",
          "p",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "svg",
          "td",
          "tr",
          "table",
          "tbody",
          "th",
          "tt",
          "u",
          "ul",
          "var",
          "wbr",
          "pre",
          "blockquote",
          "script",
          "style",
          "noscript",
          "time",
          "section",
          "article",
          "figure",
          "figcaption");

  private static final Set<String> BLOCKS =
      Set.of("br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "tr", "table", "hr");

  /** So many characters are added to one text at most; links after that stay relative. */
  private static final int MOST_ADDED = FeedText.MAX_LENGTH;

  private HtmlText() {}

  /** Markup out, references decoded once, white space collapsed. Text without markup stays. */
  public static String plain(String html) {
    String text = html;
    if (text.indexOf('<') >= 0) {
      text = withoutTags(text);
    }
    if (text.indexOf('&') >= 0) {
      text = new XmlReferences().decode(text);
    }
    return collapse(text);
  }

  static String collapse(String text) {
    return isCollapsed(text) ? text : collapsed(text);
  }

  private static boolean isCollapsed(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\u00a0' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static String collapsed(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Text as HTML: what would be read as a tag or a reference is escaped, all else is left. */
  static String escape(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    return text.replaceAll("&(?=#?[A-Za-z0-9]{1,40};)", "&amp;")
        .replaceAll("<(?=[A-Za-z/!?])", "&lt;");
  }

  /** The same HTML with the addresses in its tags made absolute; unchanged without a base. */
  static String absolute(String html, String base) {
    if (base.isEmpty()) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length() + 200);
    int copied = 0;
    int at = html.indexOf('<');
    while (at >= 0 && out.length() - copied < MOST_ADDED) {
      char c = at < html.length() ? html.charAt(at) : '>';
      if (c == '>') {
        at = html.indexOf('<', at);
        continue;
      }
      at++;
      if (c != '=') {
        continue;
      }
      int quote = at;
      while (quote < html.length() && html.charAt(quote) == ' ') {
        quote++;
      }
      char mark = quote < html.length() ? html.charAt(quote) : '>';
      int close = mark == '"' || mark == '\'' ? html.indexOf(mark, quote + 1) : -1;
      if (close < 0) {
        continue;
      }
      at = close + 1;
      String reference = html.substring(quote + 1, close).strip();
      if (isRelative(reference) && ADDRESSES.contains(nameBefore(html, quote))) {
        out.append(html, copied, quote + 1).append(Links.resolve(base, reference));
        copied = close;
      }
    }
    return copied == 0 ? html : out.append(html, copied, html.length()).toString();
  }

  private static boolean isRelative(String reference) {
    return !reference.isEmpty()
        && reference.charAt(0) != '#'
        && !reference.startsWith("http:")
        && !reference.startsWith("https:");
  }

  /** The attribute's name that ends before the equals sign that is left of {@code quote}. */
  private static String nameBefore(String html, int quote) {
    int end = html.lastIndexOf('=', quote);
    while (end > 0 && html.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 12 && Character.isLetter(html.charAt(start - 1))) {
      start--;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static String withoutTags(String text) {
    Matcher tag = TAG.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (tag.find()) {
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (!MARKUP.contains(name)) {
        continue;
      }
      out.append(text, from, tag.start());
      if (BLOCKS.contains(name)) {
        out.append(' ');
      }
      from = tag.end();
      if (tag.group(1).isEmpty() && (name.equals("script") || name.equals("style"))) {
        int close = text.indexOf("</" + tag.group(2), from);
        from = close < 0 ? text.length() : close;
        tag.region(from, text.length());
      }
    }
    out.append(text, from, text.length());
    return COMMENT_MARK.matcher(out).replaceAll(" ");
  }
}
