package io.wireroom.brief.rank;

import java.util.Locale;

/**
 * Decides whether a full stop, question mark or the like ends a sentence.
 *
 * <p>Knows the cases news text is full of: ellipses, a question inside a quotation that goes on
 * with "he asked", brackets, full stops without the space after them, and the marks of scripts that
 * use no spaces; abbreviations are {@link Period}'s. In doubt it doesn't split: a long sentence is
 * still true, half a one may not be.
 */
final class FullStop {

  private static final String CLOSERS = "\"'”’»›)]}」』）】〉》›";

  /** These open elsewhere. */
  private static final String GERMAN_CLOSERS = "“‘";

  private static final String OPENERS = "\"'“‘„‚«‹([{¿¡「『（【";
  private static final String PLAIN = ".!?…";
  private static final String OTHER_SCRIPTS = "؟۔।॥።։។။";
  private static final String WIDE = "。！？｡．";

  /** A bracket further away than this is a stray one. */
  private static final int BRACKET_REACH = 240;

  private static final int ATTRIBUTION_WORDS = 4;

  private final Lexicon lexicon;
  private final Period period;

  FullStop(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.period = new Period(lexicon);
  }

  static boolean isTerminator(char c) {
    return PLAIN.indexOf(c) >= 0 || WIDE.indexOf(c) >= 0 || OTHER_SCRIPTS.indexOf(c) >= 0;
  }

  static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }

  static boolean isOpener(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  /**
   * @param start where the current sentence starts
   * @param at the character to judge
   * @param to where the block ends
   * @return one past the end of the sentence, closing quotes included; -1 when none ends here
   */
  int endsAt(String text, int start, int at, int to) {
    char mark = text.charAt(at);
    if (!isTerminator(mark)) {
      return -1;
    }
    int run = at + 1;
    while (run < to && isTerminator(text.charAt(run))) {
      run++;
    }
    int end = closers(text, run, to);
    int next = end;
    while (next < to && Sentences.isSpace(text.charAt(next))) {
      next++;
    }
    if (next >= to) {
      return end;
    }
    if (insideBrackets(text, start, at, end, to)) {
      return -1;
    }
    if (WIDE.indexOf(mark) >= 0) {
      return end > run && isHiragana(text.charAt(end)) ? -1 : end;
    }
    if (Dateline.endsWithState(text, start, next)) {
      return -1;
    }
    if (next == end) {
      return spaceIsMissing(text, at, end, to) ? end : -1;
    }
    int letter = next;
    while (letter < to && isOpener(text.charAt(letter))) {
      letter++;
    }
    if (letter >= to || startsLowerCase(text, letter)) {
      return -1;
    }
    boolean ends =
        run == at + 1 && mark == '.'
            ? period.ends(text, start, at, letter, to)
            : !(end > run && attributionFollows(text, letter, to));
    return ends ? end : -1;
  }

  private static int closers(String text, int from, int to) {
    int end = from;
    while (end < to) {
      char c = text.charAt(end);
      if (isCloser(c)
          || GERMAN_CLOSERS.indexOf(c) >= 0
              && (end + 1 == to || Sentences.isSpace(text.charAt(end + 1)))) {
        end++;
      } else if (end + 1 < to && Character.isSpaceChar(c) && text.charAt(end + 1) == '»') {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean insideBrackets(String text, int start, int at, int end, int to) {
    int opened = text.lastIndexOf('(', at);
    if (opened <= start || opened < at - BRACKET_REACH || text.lastIndexOf(')', at) > opened) {
      return false;
    }
    int closed = text.indexOf(')', at);
    return closed >= end && closed < Math.min(to, at + BRACKET_REACH);
  }

  /** As in "he said.The next", but not in a file's or a site's name. */
  private static boolean spaceIsMissing(String text, int at, int end, int to) {
    if (at < 2 || end + 2 >= to || !Character.isUpperCase(text.charAt(end))) {
      return false;
    }
    for (int back = at - 2; back < at; back++) {
      if (!Character.isLowerCase(text.charAt(back))) {
        return false;
      }
    }
    int last = end;
    while (last < to && !Sentences.isSpace(text.charAt(last))) {
      if (last > end && !Character.isLowerCase(text.charAt(last)) && text.charAt(last) != ',') {
        return false;
      }
      last++;
    }
    String before = Period.word(text, at);
    return before.indexOf('.') < 0 && before.indexOf('/') < 0 && before.indexOf('@') < 0;
  }

  /** Whether a verb of saying comes within a few words, as after a question someone asked. */
  private boolean attributionFollows(String text, int from, int to) {
    int at = from;
    for (int words = 0; words < ATTRIBUTION_WORDS && at < to; words++) {
      String word = Period.wordFrom(text, at, to);
      if (lexicon.speech().contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
      at += word.length();
      if (at >= to || text.charAt(at) != ' ') {
        return false;
      }
      at++;
    }
    return false;
  }

  /** Brand names such as iPhone start a sentence as they are. */
  private static boolean startsLowerCase(String text, int at) {
    return Character.isLowerCase(text.charAt(at))
        && !(at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1)));
  }

  private static boolean isHiragana(char c) {
    return c >= '\u3040' && c <= '\u309F';
  }
}
