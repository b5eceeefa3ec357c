package io.wireroom.brief;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts plain text to a length, for formats that have limits. It cuts between words; inside a word
 * only when the first word alone is too long; never inside a character as readers see it (surrogate
 * pairs, combining sequences, flags, joined emoji) and never inside a link. Escape the result, not
 * the input.
 */
public final class Truncation {

  private static final String ELLIPSIS = "\u2026";

  /** One character as readers see it: an extended grapheme cluster (UAX 29). */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S*", Pattern.CASE_INSENSITIVE);

  /** Scripts that put no spaces between words: any character may end a line. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final String DANGLING =
      " \u00a0\t\n,;:([{\u00ab\u201c\u2018\u2013\u2014-\u3001\uff0c";

  private Truncation() {}

  /**
   * The text itself when it is short enough, else its beginning and an ellipsis.
   *
   * @param max code points of the result at most, the ellipsis among them; 0 gives nothing
   */
  public static String to(String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    if (max <= 0) {
      return "";
    }
    for (int room = max - 1; room > 0; room--) {
      String kept = beginning(text, room);
      String result = kept + ELLIPSIS + Plain.bidiClosers(kept);
      if (result.codePointCount(0, result.length()) <= max) {
        return result;
      }
    }
    return ELLIPSIS;
  }

  /**
   * Text that grows when it is escaped, cut so that it fits all the same.
   *
   * @param max UTF-16 units of the result at most
   * @param escape takes at most five units for a character
   */
  public static String escaped(String text, int max, UnaryOperator<String> escape) {
    int room = Math.min(max, text.codePointCount(0, text.length()));
    String escaped = escape.apply(to(text, room));
    // A character takes five units at most, so no step takes more away than is too much.
    while (escaped.length() > max) {
      room = Math.max(0, room - Math.max(1, (escaped.length() - max) / 5));
      escaped = escape.apply(to(text, room));
    }
    return escaped;
  }

  private static String beginning(String text, int codePoints) {
    int limit = text.offsetByCodePoints(0, codePoints);
    Matcher characters = CHARACTER.matcher(text);
    int characterEnd = 0;
    int wordEnd = 0;
    int last = -1;
    while (characters.find() && characters.start() <= limit) {
      int next = text.codePointAt(characters.start());
      characterEnd = characters.start();
      if (last >= 0 && endsWord(last, next)) {
        wordEnd = characterEnd;
      }
      last = text.codePointBefore(characters.end());
    }
    int end = wordEnd > 0 && !text.substring(0, wordEnd).isBlank() ? wordEnd : characterEnd;
    return withoutDangling(text.substring(0, outsideLinks(text, end)));
  }

  private static boolean endsWord(int before, int after) {
    return Character.isWhitespace(after)
        || Character.isWhitespace(before)
        || isUnspaced(after)
        || isUnspaced(before);
  }

  private static boolean isUnspaced(int c) {
    return UNSPACED.contains(UnicodeScript.of(c));
  }

  private static int outsideLinks(String text, int end) {
    Matcher links = LINK.matcher(text);
    while (links.find() && links.start() < end) {
      if (end < links.end()) {
        return links.start();
      }
    }
    return end;
  }

  private static String withoutDangling(String text) {
    int end = text.length();
    while (end > 0 && DANGLING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
