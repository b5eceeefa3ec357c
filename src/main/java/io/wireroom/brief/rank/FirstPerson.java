package io.wireroom.brief.rank;

import java.util.Locale;

/** Tells whether the writer speaks of himself: a takeaway doesn't say who "I" is. */
final class FirstPerson {

  private final Passage passage;
  private final int[] words;

  private FirstPerson(Passage passage, int[] words) {
    this.passage = passage;
    this.words = words;
  }

  /**
   * Whether "I" or "we" stands outside of quotations.
   *
   * @param words the words that are kept, in order
   */
  static boolean speaks(Passage passage, int[] words) {
    return new FirstPerson(passage, words).speaks();
  }

  private boolean speaks() {
    boolean single = false;
    for (int i = 0; i < words.length; i++) {
      single |= opensSingleQuote(words[i]);
      boolean quoted = single || passage.is(words[i], Passage.QUOTED);
      String word = passage.word(words[i]);
      boolean letters = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      if (!quoted
          && !letters
          && passage.lexicon.personal().contains(lower(i))
          && !isInitial(i)
          && !isNumeral(i)) {
        return true;
      }
    }
    return false;
  }

  /** "T.I." is somebody else. */
  private boolean isInitial(int i) {
    int before = passage.start[words[i]] - 1;
    return before > 0
        && passage.text.charAt(before) == '.'
        && Character.isUpperCase(passage.text.charAt(before - 1));
  }

  /** "World War I" and "King Juan Carlos I of Spain", where no verb follows. */
  private boolean isNumeral(int i) {
    return i > 1
        && passage.word(words[i]).equals("I")
        && References.isName(passage, words[i - 1])
        && References.isName(passage, words[i - 2])
        && passage.start[words[i]] == passage.end[words[i - 1]] + 1
        && !verbFollows(i);
  }

  private boolean verbFollows(int i) {
    return i + 1 < words.length
        && Sentences.isSpace(passage.text.charAt(passage.end[words[i]]))
        && (passage.isContent(words[i + 1])
            || passage.lexicon.grammar().finite().contains(lower(i + 1)));
  }

  private boolean opensSingleQuote(int word) {
    int at = passage.start[word] - 1;
    return at >= 0
        && "'‘’".indexOf(passage.text.charAt(at)) >= 0
        && (at == 0 || !Character.isLetterOrDigit(passage.text.charAt(at - 1)));
  }

  private String lower(int i) {
    return passage.lower(words[i]);
  }
}
