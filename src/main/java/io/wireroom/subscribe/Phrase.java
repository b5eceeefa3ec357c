package io.wireroom.subscribe;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A word or phrase to look for: whole words, in any case, any run of spaces or hyphens the same as
 * one space, accents as they stand. A {@code *} at an end takes whatever the word goes on with. In
 * scripts that put no space between words (Han, Kana, Thai …), and in Hangul, where particles are
 * attached, it is found inside a run of letters too.
 */
final class Phrase {

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final String written;
  private final String plain;
  private final boolean openStart;
  private final boolean openEnd;

  Phrase(String written) {
    this.written = written;
    openStart = written.startsWith("*");
    openEnd = written.length() > 1 && written.endsWith("*");
    String inner = written.substring(openStart ? 1 : 0, written.length() - (openEnd ? 1 : 0));
    plain = plain(inner).strip();
  }

  /** Prepares a text to be searched; prepared once, searched for many phrases. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[\\s\\p{Z}\\p{Pd}]+", " ");
  }

  /** Whether it is in a text that {@link #plain} prepared. */
  boolean in(String plainText) {
    if (plain.isEmpty()) {
      return false;
    }
    int at = plainText.indexOf(plain);
    while (at >= 0) {
      int end = at + plain.length();
      if ((openStart || boundary(plainText, at)) && (openEnd || boundary(plainText, end))) {
        return true;
      }
      at = plainText.indexOf(plain, at + 1);
    }
    return false;
  }

  /** Whether a word may begin or end at this place. */
  private static boolean boundary(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (isMark(after)) {
      return false;
    }
    return !isWord(before) || !isWord(after) || unspaced(before) || unspaced(after);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean unspaced(int c) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }

  /** As somebody wrote it. */
  @Override
  public String toString() {
    return written;
  }
}
