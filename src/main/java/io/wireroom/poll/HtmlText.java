package io.wireroom.poll;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text of titles and teasers, and text as HTML, without building a tree for it. Linear in the
 * input.
 */
public final class HtmlText {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>");
  private static final Pattern COMMENT_MARK = Pattern.compile("<!--|-->");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

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
