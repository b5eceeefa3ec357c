package io.wireroom.brief;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text in an article that speaks to machines instead of readers: instructions to a model,
 * fake roles and outputs, links to click, mentions that ring a channel's phones. Such passages are
 * masked (replaced by as many spaces), so that every offset stays what it was and nobody can quote
 * them.
 *
 * <p>It takes too much rather than too little: a paragraph with a link in it is no loss to a brief.
 * It is one wall of several; what a model says is checked as well.
 */
public final class Instructions {

  /**
   * Characters that are there but not seen, in which text can hide: zero width, tags, overrides.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x{E0000}-\\x{E007F}]{3,}|[\\x{202D}\\x{202E}]|[\\x{200B}\\x{2060}\\x{FEFF}]{2,}");

  /** Characters that split a word without showing. */
  private static final Pattern SPLITTING =
      Pattern.compile("[\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}\\x{00AD}]");

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char FIRST_UNSEEN = '\u200B';

  /** Dashes and quotation marks, which news is full of. */
  private static final char FIRST_DASH = '\u2010';

  private static final char LAST_QUOTE = '\u201F';

  private static final Pattern BLOCK = Pattern.compile("[^\\n]+");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[^.!?\u2026\u3002]*[.!?\u2026\u3002]+[\"'\u201d\u2019)]*\\s*|[^.!?\u2026\u3002]+$");

  /**
   * A block up to this length is masked as a whole: what is next to an instruction belongs to it.
   */
  private static final int WHOLE_BLOCK = 600;

  /** In a longer block, how many sentences after a suspicious one go with it. */
  private static final int TAIL = 2;

  private Instructions() {}

  /** Whether the text speaks to machines. */
  public static boolean isIn(String text) {
    return isPlain(text)
        ? MachineTalk.isIn(text)
        : MachineTalk.isIn(seen(text)) || UNSEEN.matcher(text).find();
  }

  /** The text with suspicious passages as spaces; every other character stays where it is. */
  public static String mask(String text) {
    StringBuilder masked = new StringBuilder(text);
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (isIn(blocks.group())) {
        maskBlock(masked, text, blocks.start(), blocks.end());
      }
    }
    return masked.toString();
  }

  private static void maskBlock(StringBuilder masked, String text, int start, int end) {
    if (end - start <= WHOLE_BLOCK) {
      blank(masked, start, end);
      return;
    }
    Matcher sentences = SENTENCE.matcher(text).region(start, end);
    int left = 0;
    boolean any = false;
    while (sentences.find()) {
      boolean found = isIn(sentences.group());
      any |= found;
      left = found ? TAIL + 1 : left;
      if (left-- > 0) {
        blank(masked, sentences.start(), sentences.end());
      }
    }
    if (!any) {
      // Only the block as a whole is suspicious: no sentence of it can be told to be innocent.
      blank(masked, start, end);
    }
  }

  private static void blank(StringBuilder masked, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean pair =
          i + 1 < end && Character.isSurrogatePair(masked.charAt(i), masked.charAt(i + 1));
      if (pair) {
        // Two spaces would move every later code point: one stands in a pair's place.
        masked.setCharAt(i, BLANK_HIGH);
        masked.setCharAt(i + 1, BLANK_LOW);
        i++;
      } else {
        masked.setCharAt(i, ' ');
      }
    }
  }

  /** U+E0020, an invisible character of two UTF-16 units, for masking characters of as many. */
  private static final char BLANK_HIGH = '\uDB40';

  private static final char BLANK_LOW = '\uDC20';

  /** Whether the text has none but common characters, all of which are seen. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == SOFT_HYPHEN || c >= FIRST_UNSEEN && !(c >= FIRST_DASH && c <= LAST_QUOTE)) {
        return false;
      }
    }
    return true;
  }

  /** The text without characters that split words unseen, for matching. */
  private static String seen(String text) {
    return SPLITTING.matcher(text).replaceAll("");
  }
}
