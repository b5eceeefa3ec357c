package io.wireroom.poll;

import java.util.Locale;
import java.util.Set;

/**
 * The addresses inside a feed's markup, which mean nothing once an entry is taken out of its feed
 * unless they are absolute. Works without building a tree, in time linear in the input.
 */
final class HtmlAddresses {
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "poster", "cite", "action", "longdesc", "background");

  /** So many characters are added to one text at most; links after that stay relative. */
  private static final int MOST_ADDED = FeedText.MAX_LENGTH;

  private HtmlAddresses() {}

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
}
