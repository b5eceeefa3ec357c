package io.wireroom.brief;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts text to a length in code points, between words, so that no character is cut in two. */
final class Clip {

  private static final String ELLIPSIS = "…";

  private Clip() {}

  /**
   * @param most code points, the ellipsis that marks a cut included; at least 1
   * @return the text as one line, cut after a word where it is too long
   */
  static String toCodePoints(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int room = line.offsetByCodePoints(0, most - 1);
    int cut = breakBefore(BreakIterator.getWordInstance(Locale.ROOT), line, room);
    if (cut == 0) {
      cut = breakBefore(BreakIterator.getCharacterInstance(Locale.ROOT), line, room);
    }
    return line.substring(0, cut).strip() + ELLIPSIS;
  }

  private static int breakBefore(BreakIterator breaks, String line, int room) {
    breaks.setText(line);
    return breaks.isBoundary(room) ? room : breaks.preceding(room);
  }
}
