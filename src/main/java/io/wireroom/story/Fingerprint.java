package io.wireroom.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A short stand-in for a text by which near-copies are found: a MinHash of its word triples (Broder
 * 1997). The share of equal positions in two fingerprints estimates the Jaccard similarity of the
 * texts; with 64 positions its standard error is at most 0.0625.
 *
 * @param minima 64 minima; empty for a text of fewer than {@value #LEAST_WORDS} words, which is
 *     like nothing else
 */
public record Fingerprint(int[] minima) {

  static final int SIZE = 64;
  static final int LEAST_WORDS = 40;
  private static final int ROWS_PER_BAND = 4;

  /** The fingerprint of a plain text. */
  public static Fingerprint of(String text) {
    List<String> words = words(text);
    if (words.size() < LEAST_WORDS) {
      return new Fingerprint(new int[0]);
    }
    int[] minima = new int[SIZE];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (int i = 0; i + 2 < words.size(); i++) {
      long triple = mix(words.get(i).hashCode() * 31L * 31L + words.get(i + 1).hashCode() * 31L);
      triple = mix(triple ^ words.get(i + 2).hashCode());
      for (int k = 0; k < SIZE; k++) {
        int value = (int) (mix(triple + k * 0x9E3779B97F4A7C15L) >>> 33);
        if (value < minima[k]) {
          minima[k] = value;
        }
      }
    }
    return new Fingerprint(minima);
  }

  /** Estimated Jaccard similarity, 0 to 1. */
  public double similarity(Fingerprint other) {
    if (minima.length == 0 || other.minima.length == 0) {
      return 0;
    }
    int equal = 0;
    for (int k = 0; k < SIZE; k++) {
      equal += minima[k] == other.minima[k] ? 1 : 0;
    }
    return equal / (double) SIZE;
  }

  /**
   * Keys by which near-copies meet: two texts of similarity 0.7 share at least one of the 16 keys
   * with a probability of 98.8 %, two of similarity 0.3 with 12 % (1 − (1 − s⁴)¹⁶).
   */
  public List<String> bands() {
    List<String> bands = new ArrayList<>();
    for (int at = 0; at + ROWS_PER_BAND <= minima.length; at += ROWS_PER_BAND) {
      int hash = Arrays.hashCode(Arrays.copyOfRange(minima, at, at + ROWS_PER_BAND));
      bands.add(String.format(Locale.ROOT, "%02d%08x", at / ROWS_PER_BAND, hash));
    }
    return bands;
  }

  /** The minima as text for a column, 8 hex digits each. */
  public String encoded() {
    StringBuilder out = new StringBuilder(minima.length * 8);
    for (int value : minima) {
      out.append(String.format(Locale.ROOT, "%08x", value));
    }
    return out.toString();
  }

  /** Reads what {@link #encoded} wrote. */
  public static Fingerprint decode(String text) {
    int[] minima = new int[text.length() / 8];
    for (int i = 0; i < minima.length; i++) {
      minima[i] = Integer.parseUnsignedInt(text.substring(i * 8, i * 8 + 8), 16);
    }
    return new Fingerprint(minima);
  }

  /** Every three words that follow each other in a plain text. */
  static Set<String> triples(String text) {
    List<String> words = words(text);
    Set<String> triples = new HashSet<>();
    for (int i = 0; i + 2 < words.size(); i++) {
      triples.add(String.join(" ", words.subList(i, i + 3)));
    }
    return triples;
  }

  /** Runs of letters and digits, lower-case; an ideograph is a word of its own. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean ideograph = Character.isIdeographic(c);
      if (!Character.isLetterOrDigit(c) || ideograph) {
        flush(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(Character.toLowerCase(c));
      }
      if (ideograph) {
        flush(word, words);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** The finaliser of MurmurHash3. */
  private static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint && Arrays.equals(minima, ((Fingerprint) other).minima);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(minima);
  }

  @Override
  public String toString() {
    return "Fingerprint[" + encoded() + "]";
  }
}
