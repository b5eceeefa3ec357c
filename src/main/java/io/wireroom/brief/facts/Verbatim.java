package io.wireroom.brief.facts;

/**
 * Tells whether a sentence stands in a text as it is, from one end of a sentence to another: such a
 * sentence needs no further check.
 */
final class Verbatim {

  private static final String ENDS = ".!?\"\u201d\u2019:";

  private Verbatim() {}

  static boolean isIn(String sentence, String text) {
    String words = sentence.strip();
    if (words.isEmpty()) {
      return false;
    }
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (opens(text, at) && closes(text, words, at + words.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean opens(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    boolean space = before.length() < at;
    return before.isEmpty()
        || text.substring(before.length(), at).indexOf('\n') >= 0
        || (space && ENDS.indexOf(before.charAt(before.length() - 1)) >= 0);
  }

  private static boolean closes(String text, String words, int end) {
    boolean complete = ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
    return end == text.length()
        || text.charAt(end) == '\n'
        || (complete && Character.isWhitespace(text.charAt(end)));
  }
}
