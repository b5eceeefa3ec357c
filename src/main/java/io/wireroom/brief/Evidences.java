package io.wireroom.brief;

import io.wireroom.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes and resolves the evidence of one article's text. An instance hashes the text once and
 * counts code points from block to block, so that a brief's dozen spans cost one pass, however long
 * the text. Immutable, thread-safe.
 *
 * <p>Evidence counts Unicode code points, not UTF-16 units: a receiver in any language can check
 * it.
 */
public final class Evidences {

  private static final int BLOCK = 1024;

  private final String text;
  private final String hash;

  /** Code points before each block of {@link #BLOCK} UTF-16 units. */
  private final int[] before;

  private Evidences(String text) {
    this.text = text;
    this.hash = Sha256.hexOf(text);
    this.before = new int[text.length() / BLOCK + 1];
    for (int block = 1; block < before.length; block++) {
      before[block] = before[block - 1] + startsIn(text, (block - 1) * BLOCK, block * BLOCK);
    }
  }

  /** The evidence of one text: make it once for all the spans of a brief. */
  public static Evidences in(String articleText) {
    return new Evidences(articleText);
  }

  /**
   * Evidence for one span; {@link #in} is cheaper for several spans of a text.
   *
   * @param startUtf16 index of the span's first {@code char}
   * @param endUtf16 one past its last
   * @throws IndexOutOfBoundsException when the span is not inside the text
   * @throws IllegalArgumentException when the span is empty or cuts a surrogate pair
   */
  public static Evidence of(String articleText, int startUtf16, int endUtf16) {
    return in(articleText).at(startUtf16, endUtf16);
  }

  /** Evidence for the span from {@code startUtf16} up to {@code endUtf16}, as in {@link #of}. */
  public Evidence at(int startUtf16, int endUtf16) {
    String span = text.substring(startUtf16, endUtf16);
    if (span.isEmpty() || cutsAPair(startUtf16) || cutsAPair(endUtf16)) {
      throw new IllegalArgumentException(
          "span " + startUtf16 + ".." + endUtf16 + " is empty or cuts a character");
    }
    int start = codePointsBefore(startUtf16);
    return new Evidence(
        hash, start, start + span.codePointCount(0, span.length()), Sha256.hexOf(span));
  }

  /** SHA-256 of the whole text, as in {@link Evidence#article()}. */
  public String articleHash() {
    return hash;
  }

  /** The words that a piece of evidence points at; empty when its range is not in the text. */
  public Optional<String> span(Evidence evidence) {
    if (evidence.start() < 0 || evidence.end() <= evidence.start()) {
      return Optional.empty();
    }
    int start = utf16(evidence.start());
    int end = utf16(evidence.end());
    return start < 0 || end < 0 ? Optional.empty() : Optional.of(text.substring(start, end));
  }

  /** The words that several pieces of evidence point at, without those that point nowhere. */
  public List<String> spans(List<Evidence> evidence) {
    List<String> spans = new ArrayList<>();
    evidence.forEach(piece -> span(piece).ifPresent(spans::add));
    return spans;
  }

  private int codePointsBefore(int utf16) {
    int block = utf16 / BLOCK;
    return before[block] + startsIn(text, block * BLOCK, utf16);
  }

  /** The UTF-16 index of a code point, or -1 when the text is shorter. */
  private int utf16(int codePoints) {
    int block = before.length - 1;
    while (before[block] > codePoints) {
      block--;
    }
    int left = codePoints - before[block];
    int index = block * BLOCK;
    if (cutsAPair(index)) {
      index++;
    }
    while (left > 0 && index < text.length()) {
      index += Character.charCount(text.codePointAt(index));
      left--;
    }
    return left > 0 ? -1 : index;
  }

  private boolean cutsAPair(int utf16) {
    return utf16 > 0
        && utf16 < text.length()
        && Character.isSurrogatePair(text.charAt(utf16 - 1), text.charAt(utf16));
  }

  /**
   * Code points that start in a stretch; one that began before it counts for the stretch before.
   */
  private static int startsIn(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean secondHalf = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
      if (!secondHalf) {
        count++;
      }
    }
    return count;
  }
}
