package io.wireroom.brief.rank;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides whether a single full stop after a word ends the sentence or only the word: initials,
 * titles and other abbreviations, acronyms, times of day, numbers in a list, German ordinals.
 */
final class Period {

  private static final Pattern ACRONYM = Pattern.compile("\\p{L}{1,3}(\\.\\p{L}{1,2})+");
  private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}");

  private final Lexicon lexicon;

  /** Whether a number with a full stop is an ordinal, as in "am 3. Mai". */
  private final boolean ordinals;

  Period(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.ordinals = lexicon.language().equals("de");
  }

  /**
   * @param start where the sentence starts
   * @param at the full stop, followed by white space
   * @param letter the first letter of what follows
   * @param to where the block ends
   */
  boolean ends(String text, int start, int at, int letter, int to) {
    String word = word(text, at);
    if (word.isEmpty()) {
      return true;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String next = wordFrom(text, letter, to);
    boolean plainWordNext =
        lexicon.stop().contains(next.toLowerCase(Locale.ROOT)) && next.length() > 1;
    if (isNumber(word)) {
      boolean listNumber = at - word.length() == start && word.length() <= 2;
      return !listNumber && !(ordinals && word.length() <= 2 && !plainWordNext);
    }
    if (ordinals && ROMAN.matcher(word).matches()) {
      return plainWordNext;
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
      return plainWordNext;
    }
    if (lexicon.numbered().contains(lower)) {
      return !Character.isDigit(text.charAt(letter));
    }
    if (lexicon.titles().contains(lower)) {
      return plainWordNext && Character.isLowerCase(word.charAt(0)) && lower.indexOf('.') < 0;
    }
    if (lexicon.clock().contains(lower)) {
      return !afterClock(next) && !Character.isDigit(text.charAt(letter));
    }
    if (lexicon.abbreviations().contains(lower) || ACRONYM.matcher(word).matches()) {
      return lexicon.stop().contains(next.toLowerCase(Locale.ROOT))
          || FullStop.isOpener(text.charAt(letter - 1));
    }
    return true;
  }

  private boolean afterClock(String next) {
    String lower = next.toLowerCase(Locale.ROOT);
    return lexicon.zones().contains(lower)
        || lexicon.days().contains(lower)
        || lexicon.months().contains(lower);
  }

  /** The word that ends right before {@code end}, inner full stops included. */
  static String word(String text, int end) {
    int start = end;
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '@' || c == '-';
  }

  static String wordFrom(String text, int from, int to) {
    int end = from;
    while (end < to && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }
}
