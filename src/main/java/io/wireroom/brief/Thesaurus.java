package io.wireroom.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which English words can mean the same, and which the opposite: the frequent senses of WordNet 3.0
 * (https://wordnet.princeton.edu), read from {@code facts/wordnet-en.txt}, which {@code
 * WordNetSenses} makes. It knows some 13,000 words and verbs of two words by their stems; not in
 * which of its senses, or as which part of speech, a word is meant: "close" is akin to "near" and
 * to "shut". So it can excuse a word that the evidence does not have, and proves little. Loaded
 * when first asked; immutable, thread-safe.
 */
final class Thesaurus {

  private static final String RESOURCE = "/facts/wordnet-en.txt";

  private static final int[] NONE = {};
  private static final int RADIX = 36;

  /** Loaded with the first question, not with the program. */
  private static final class English {
    static final Thesaurus THESAURUS = read();
  }

  /** What a word can mean: numbers of senses, in ascending order. Immutable. */
  static final class Meaning {

    private static final Meaning UNKNOWN = new Meaning(NONE, NONE, NONE, NONE);

    private final int[] senses;

    /** Its own, those derived from them and those similar to them. */
    private final int[] akin;

    /** Those more general or more special by one step. */
    private final int[] wide;

    /** The opposites of its own and of those similar to them. */
    private final int[] opposed;

    private Meaning(int[] senses, int[] akin, int[] wide, int[] opposed) {
      this.senses = senses;
      this.akin = akin;
      this.wide = wide;
      this.opposed = opposed;
    }

    /** Whether WordNet has the word. */
    boolean isKnown() {
      return senses.length > 0;
    }

    /** Whether both can say the same, be it as noun, verb or adjective: close, closure, shut. */
    boolean isAkin(Meaning other) {
      return meets(akin, other.senses);
    }

    /** Whether one is the more general word, by one step: walkout, strike. */
    boolean isWider(Meaning other) {
      return meets(wide, other.senses);
    }

    /** Whether one can be the opposite of the other, and cannot mean the same: rise, fall. */
    boolean isOpposed(Meaning other) {
      return meets(opposed, other.senses) && !isAkin(other);
    }

    private static boolean meets(int[] ones, int[] others) {
      for (int i = 0, j = 0; i < ones.length && j < others.length; ) {
        if (ones[i] == others[j]) {
          return true;
        }
        if (ones[i] < others[j]) {
          i++;
        } else {
          j++;
        }
      }
      return false;
    }
  }

  /**
   * Lines of ASCII, in the order of their first words. They are searched as they are: to read them
   * all costs more than what a check asks.
   */
  private final byte[] lines;

  private Thesaurus(byte[] lines) {
    this.lines = lines;
  }

  /** What is known of English. */
  static Thesaurus english() {
    return English.THESAURUS;
  }

  /**
   * What a word can mean.
   *
   * @param stem as in {@link Word#stem()}; of a phrase joined by {@code _}
   */
  Meaning meaning(String stem) {
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int start = lineAt((low + high) >>> 1);
      int order = compare(stem, start);
      if (order == 0) {
        return parse(start + stem.length() + 1, endOf(start));
      }
      if (order < 0) {
        high = start;
      } else {
        low = endOf(start) + 1;
      }
    }
    return Meaning.UNKNOWN;
  }

  private int lineAt(int index) {
    int start = index;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int endOf(int start) {
    int end = start;
    while (lines[end] != '\n') {
      end++;
    }
    return end;
  }

  /** How a stem compares to the first word of a line, which a space ends. */
  private int compare(String stem, int start) {
    for (int i = 0; i < stem.length(); i++) {
      int order = stem.charAt(i) - lines[start + i];
      if (order != 0) {
        return order;
      }
    }
    return lines[start + stem.length()] == ' ' ? 0 : -1;
  }

  private Meaning parse(int from, int end) {
    String[] fields = new String(lines, from, end - from, StandardCharsets.US_ASCII).split(" ", -1);
    int[] own = senses(fields, NONE, '0');
    int[] akin = senses(fields, own, '+');
    Arrays.sort(akin);
    return new Meaning(own, akin, senses(fields, NONE, '@'), senses(fields, NONE, '!'));
  }

  /** Some senses and those with a mark; {@code 0} stands for none. */
  private static int[] senses(String[] fields, int[] some, char mark) {
    int[] senses = Arrays.copyOf(some, some.length + fields.length);
    int count = some.length;
    for (String field : fields) {
      boolean bare = Character.isLetterOrDigit(field.charAt(0));
      if (bare ? mark == '0' : field.charAt(0) == mark) {
        senses[count++] = Integer.parseInt(bare ? field : field.substring(1), RADIX);
      }
    }
    return Arrays.copyOf(senses, count);
  }

  private static Thesaurus read() {
    try (InputStream stream = Thesaurus.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return new Thesaurus(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
