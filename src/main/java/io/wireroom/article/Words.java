package io.wireroom.article;

import java.util.ArrayList;
import java.util.List;

/** Runs of letters and digits, as they are compared between titles, bodies and blocks. */
final class Words {
  private Words() {}

  /** The words in order, in lower case. An ideograph is a word of its own. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean ideograph = Character.isIdeographic(c);
      if (!word.isEmpty() && (ideograph || !Character.isLetterOrDigit(c))) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (ideograph) {
        words.add(Character.toString(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(Character.toLowerCase(c));
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
