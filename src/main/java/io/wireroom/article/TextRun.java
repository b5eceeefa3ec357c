package io.wireroom.article;

import org.jspecify.annotations.Nullable;

/** Gathers the text of one {@link Block} as the page is walked, counting its words. */
final class TextRun {
  private final StringBuilder text = new StringBuilder();
  private boolean spaceDue;
  private boolean inWord;
  private boolean halfWord;
  private int words;
  private int linkWords;
  private int lineBreaks;

  void append(String raw, boolean linked, boolean preformatted) {
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (isBlank(c)) {
        if (preformatted && c == '\n' && !text.isEmpty()) {
          lineBreaks = 1;
        }
        space();
      } else if (!isInvisible(c)) {
        visible(c, linked);
      }
    }
  }

  private void visible(int c, boolean linked) {
    if (!text.isEmpty() && lineBreaks > 0) {
      text.append('\n');
    } else if (spaceDue && !text.isEmpty()) {
      text.append(' ');
    }
    spaceDue = false;
    lineBreaks = 0;
    text.appendCodePoint(c);
    boolean starts;
    if (Character.isIdeographic(c)) {
      halfWord = !halfWord;
      inWord = false;
      starts = halfWord;
    } else if (Character.isLetterOrDigit(c)) {
      starts = !inWord;
      inWord = true;
    } else {
      // An apostrophe or a hyphen does not end a word.
      starts = false;
    }
    if (starts) {
      words++;
      linkWords += linked ? 1 : 0;
    }
  }

  void space() {
    spaceDue = true;
    inWord = false;
  }

  /**
   * @return whether the block ends here: two line breaks in a row are how old pages make paragraphs
   */
  boolean lineBreak() {
    space();
    lineBreaks++;
    return lineBreaks > 1;
  }

  int words() {
    return words;
  }

  /** The block so far, null when there is no text in it; then starts anew. */
  @Nullable Block take(Region region) {
    Block block = text.isEmpty() ? null : new Block(text.toString(), region, words, linkWords);
    text.setLength(0);
    spaceDue = false;
    inWord = false;
    halfWord = false;
    words = 0;
    linkWords = 0;
    lineBreaks = 0;
    return block;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == 0xA0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Controls, zero-width characters, and the tag characters that hide text in plain sight. */
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL || type == Character.UNASSIGNED;
  }
}
