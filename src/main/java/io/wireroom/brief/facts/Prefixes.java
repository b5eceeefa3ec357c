package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Tells words that say no by their first letters, such as unsafe, inaccurate or non-payment: a
 * sentence may deny by one of them what its evidence denies by "not", and the other way round.
 * Words are compared as stems.
 */
final class Prefixes {

  private static final Set<String> NO = Set.of("un", "in", "im", "ir", "il", "dis", "non");

  /** Shorter stems end others by chance: a union is not the opposite of an ion. */
  private static final int LEAST_STEM = 4;

  private Prefixes() {}

  /** Whether one stem is the other with a "no" before it. */
  static boolean isNoOf(String stem, String plain) {
    return stem.length() > plain.length()
        && stem.endsWith(plain)
        && NO.contains(stem.substring(0, stem.length() - plain.length()));
  }

  /** Whether either of two stems is the other with a "no" before it: fair, unfair. */
  static boolean areOpposite(String one, String other) {
    return Math.min(one.length(), other.length()) >= LEAST_STEM
        && (isNoOf(one, other) || isNoOf(other, one));
  }

  /**
   * Whether a word says no by its first letters: unpatched, non-payment, inaccurate.
   *
   * @param other a passage that has the word without them, which proves that they mean no
   */
  static boolean sayNo(Word word, TokenizedText other) {
    return word.isWord()
        && NO.stream()
            .filter(word.stem()::startsWith)
            .map(no -> word.stem().substring(no.length()))
            .anyMatch(
                plain -> plain.length() >= LEAST_STEM && other.contentStems().contains(plain));
  }
}
