package io.wireroom.brief;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes text that strangers wrote safe to show on a line: it can end no line, move no cursor and
 * turn no neighbour's direction around.
 */
public final class Plain {

  private static final char POP_EMBEDDING = '\u202C';
  private static final char POP_ISOLATE = '\u2069';

  private Plain() {}

  /** The text on one line: white space as single spaces, no control characters, bidi closed. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || (Character.isSpaceChar(c) && !isGlue(c))) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                  line.append(' ');
                }
              } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                line.append('\uFFFD');
              } else if (!Character.isISOControl(c)) {
                line.appendCodePoint(c);
              }
            });
    return line.append(bidiClosers(line)).toString().strip();
  }

  /** What must follow the text so that no bidi embedding or isolate stays open behind it. */
  static String bidiClosers(CharSequence text) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u2066' && c <= '\u2068') {
        open.push(POP_ISOLATE);
      } else if (c >= '\u202A' && c <= '\u202E' && c != POP_EMBEDDING) {
        open.push(POP_EMBEDDING);
      } else if (!open.isEmpty() && c == open.peek()) {
        open.pop();
      }
    }
    StringBuilder closers = new StringBuilder(open.size());
    open.forEach(closers::append);
    return closers.toString();
  }

  /** No-break spaces hold a number and its unit together, and stay. */
  private static boolean isGlue(int c) {
    return c == 0xA0 || c == 0x202F;
  }
}
