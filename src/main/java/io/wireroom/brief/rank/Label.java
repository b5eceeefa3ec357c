package io.wireroom.brief.rank;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the label that captions and abstracts set before a whole sentence, as in {@code High
 * visibility: The ministry spent …}. A name with a colon is no label: it says who speaks.
 */
final class Label {

  private static final int WORDS = 6;

  private static final Pattern LABEL =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’-]*(?: [\\p{L}'’-]+){1," + (WORDS - 1) + "}:\\s+(?=\\p{Lu}\\p{Ll})");

  /** What follows the colon is a sentence, not a word or two. */
  private static final int SHORTEST = 30;

  private Label() {}

  /**
   * @param start where the sentence starts
   * @param end where it ends
   * @return where what it says starts: {@code start} when there is no label
   */
  static int skip(String text, int start, int end, Lexicon lexicon) {
    Matcher label = LABEL.matcher(text).region(start, end);
    if (lexicon.grammar().finite().isEmpty()
        || !label.lookingAt()
        || end - label.end() < SHORTEST) {
      return start;
    }
    boolean name = true;
    String[] words = label.group().strip().split("[ :]+");
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      name &= Character.isUpperCase(word.charAt(0));
      if (lexicon.grammar().finite().contains(word)
          || lexicon.grammar().presents().contains(word)) {
        return start;
      }
    }
    boolean leads = lexicon.grammar().determiners().contains(words[0].toLowerCase(Locale.ROOT));
    return name || leads ? start : label.end();
  }
}
