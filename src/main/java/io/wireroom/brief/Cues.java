package io.wireroom.brief;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several patterns are worth trying on a text: those one of whose cues is in it. All cues
 * are looked for in one pass, so that a text pays for the patterns that it may match and not for
 * all of them. Immutable, thread-safe.
 *
 * <p>Cues are found without regard to case, by the rule of {@code UNICODE_CASE}. At most 64
 * patterns.
 */
final class Cues {

  /** A cue that is looked for only where a word starts. */
  private static final char WORD = '^';

  private final Node words = new Node();
  private final Node anywhere = new Node();

  /**
   * @param cues of each pattern; one that begins with {@code ^} counts only where no ASCII letter,
   *     digit or underscore stands before it
   */
  Cues(List<List<String>> cues) {
    for (int pattern = 0; pattern < cues.size(); pattern++) {
      for (String cue : cues.get(pattern)) {
        boolean word = cue.charAt(0) == WORD;
        (word ? words : anywhere).add(word ? cue.substring(1) : cue, 1L << pattern);
      }
    }
  }

  /**
   * @return bit n is set when a cue of pattern n is in the text
   */
  long in(String text) {
    long found = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      found |= anywhere.read(text, i, c);
      if (!inWord) {
        found |= words.read(text, i, c);
      }
      inWord = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }
    return found;
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** A place in the tree of cues, by the characters read so far. */
  private static final class Node {

    private char[] keys = {};
    private Node[] next = {};

    /** Patterns of the cues that end here. */
    private long patterns;

    void add(String cue, long pattern) {
      Node node = this;
      for (int i = 0; i < cue.length(); i++) {
        node = node.grown(fold(cue.charAt(i)));
      }
      node.patterns |= pattern;
    }

    private Node grown(char key) {
      Node there = at(key);
      if (there != null) {
        return there;
      }
      int size = keys.length;
      keys = Arrays.copyOf(keys, size + 1);
      next = Arrays.copyOf(next, size + 1);
      keys[size] = key;
      next[size] = new Node();
      return next[size];
    }

    private @Nullable Node at(char key) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == key) {
          return next[i];
        }
      }
      return null;
    }

    /** The patterns of the cues that begin at {@code from}, where {@code first} stands. */
    long read(String text, int from, char first) {
      long found = 0;
      Node node = at(first);
      for (int i = from + 1; node != null; i++) {
        found |= node.patterns;
        node = i < text.length() ? node.at(fold(text.charAt(i))) : null;
      }
      return found;
    }
  }
}
