package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits plain text into sentences, as ranges of that text.
 *
 * <p>Blocks (blank lines) and list items always end a sentence; a single line break does not. Every
 * sentence lies in one block, starts and ends on something other than white space, and sentences
 * neither overlap nor leave out a letter or digit. Whether a full stop ends a sentence is {@link
 * FullStop}'s to say.
 */
public final class Sentences {

  /** A heading has no more words than this. */
  private static final int HEADING_WORDS = 14;

  private final FullStop fullStop;

  /**
   * @param language BCP 47 tag of the texts; {@code und} when unknown
   */
  public Sentences(String language) {
    this(Lexicon.of(language));
  }

  Sentences(Lexicon lexicon) {
    this.fullStop = new FullStop(lexicon);
  }

  /** The sentences of a text in reading order; empty for a text without any. */
  public List<Sentence> split(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int block = 0;
    int from = 0;
    while (from < text.length()) {
      int end = blockEnd(text, from);
      int before = sentences.size();
      splitBlock(text, from, end, block, sentences);
      if (sentences.size() > before) {
        block++;
      }
      from = end + 1;
    }
    return sentences;
  }

  /** Where a block that starts at {@code from} ends: at a blank line, or before a list item. */
  private static int blockEnd(String text, int from) {
    for (int at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
      int next = at + 1;
      while (next < text.length() && isInlineSpace(text.charAt(next))) {
        next++;
      }
      if (next >= text.length()
          || text.charAt(next) == '\n'
          || ListMark.lengthAt(text, next) > 0
          || ListMark.lengthAt(text, skipSpace(text, from)) > 0) {
        return at;
      }
    }
    return text.length();
  }

  private void splitBlock(String text, int from, int to, int block, List<Sentence> sentences) {
    int start = skipSpace(text, from);
    start = skipSpace(text, start + ListMark.lengthAt(text, start));
    int first = sentences.size();
    int at = start;
    while (at < to) {
      int end = fullStop.endsAt(text, start, at, to);
      if (end > at) {
        add(text, start, end, block, sentences);
        start = skipSpace(text, end);
        at = start;
      } else {
        at++;
      }
    }
    add(text, start, to, block, sentences);
    if (sentences.size() == first + 1 && isHeading(text, sentences.get(first), from, to)) {
      Sentence only = sentences.get(first);
      sentences.set(first, new Sentence(only.start(), only.end(), block, true));
    }
  }

  private static void add(String text, int start, int to, int block, List<Sentence> sentences) {
    int end = Math.max(start, to);
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
      sentences.add(new Sentence(start, end, block, false));
    }
  }

  /** A short block of one line with no full stop; but not when it is all there is. */
  private static boolean isHeading(String text, Sentence only, int from, int to) {
    boolean alone = text.substring(0, from).isBlank() && text.substring(to).isBlank();
    char last = text.charAt(only.end() - 1);
    return !alone
        && !FullStop.isTerminator(last)
        && !FullStop.isCloser(last)
        && !text.substring(only.start(), only.end()).contains("\n")
        && only.in(text).split("\\s+", -1).length <= HEADING_WORDS;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  private static boolean isInlineSpace(char c) {
    return c != '\n' && isSpace(c);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
