package io.wireroom.article;

/**
 * How a text is punctuated, which tells prose from labels in most scripts.
 *
 * @param sentenceEnds full stops and the like, before a space or the end
 * @param commas commas, semicolons, and those of other scripts
 * @param capitals words that start with a capital letter
 * @param bars separators that menus and bylines use
 */
record TextShape(
    int sentenceEnds,
    int commas,
    int capitals,
    int digits,
    int lines,
    int bars,
    boolean startsUpper,
    boolean endsSentence,
    boolean endsWithColon) {

  private static final String ENDS = ".!?…。！？।";
  private static final String COMMAS = ",;、，；،";
  private static final String BARS = "|•·»›/>#@";
  private static final String CLOSERS = "\"'”’»)]」』";

  static TextShape of(String text) {
    int ends = 0;
    int commas = 0;
    int capitals = 0;
    int digits = 0;
    int lines = 1;
    int bars = 0;
    char last = ' ';
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (ENDS.indexOf(c) >= 0 && (!Character.isLetterOrDigit(next) || c > 0x2FFF)) {
        ends++;
      } else if (COMMAS.indexOf(c) >= 0) {
        commas++;
      } else if (BARS.indexOf(c) >= 0) {
        bars++;
      } else if (Character.isUpperCase(c) && !Character.isLetterOrDigit(before)) {
        capitals++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '\n') {
        lines++;
      }
      if (CLOSERS.indexOf(c) < 0 && !Character.isWhitespace(c)) {
        last = c;
      }
      before = c;
    }
    boolean upper = !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    return new TextShape(
        ends, commas, capitals, digits, lines, bars, upper, ENDS.indexOf(last) >= 0, last == ':');
  }
}
