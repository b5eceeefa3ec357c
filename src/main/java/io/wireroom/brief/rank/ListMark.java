package io.wireroom.brief.rank;

/** Recognises what marks a line as an item of a list: a bullet, or a number with a full stop. */
final class ListMark {

  private static final String BULLETS = "•◦▪‣⁃●○■□–-*·";

  private ListMark() {}

  /** How many characters the mark at {@code at} takes; 0 when there is none. */
  static int lengthAt(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    if (BULLETS.indexOf(text.charAt(at)) >= 0) {
      return spaceAt(text, at + 1) ? 1 : 0;
    }
    int digits = at;
    while (digits < text.length() && digits - at < 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > at
            && digits - at < 3
            && digits < text.length()
            && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
            && spaceAt(text, digits + 1);
    return numbered ? digits + 1 - at : 0;
  }

  private static boolean spaceAt(String text, int at) {
    return at < text.length() && Sentences.isSpace(text.charAt(at));
  }
}
