package io.wireroom.brief.facts;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells a fact that was put in the place of another: the words that stand around it in the sentence
 * stand, in the evidence, around something else. One who rephrases changes the words around a fact
 * and keeps the fact; one who corrupts changes the fact and keeps the words around it.
 */
final class Substitution {

  /** From here on, two places are the same: one of the nearest words is in both. */
  private static final double SAME_PLACE = 1;

  /** The same among the sentences of a long evidence, which share words for other reasons. */
  private static final double SAME_PLACE_OF_MANY = 2;

  /** What it adds when the very next words are the same, small words included. */
  private static final double SAME_FRAME = 2;

  /** Of the four words next to a place, how many must be the same. */
  private static final int LEAST_ALIKE = 3;

  private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final FactLexicon lexicon;
  private final double samePlace;

  Substitution(TokenizedText sentence, Nearby nearby, FactLexicon lexicon) {
    this(sentence, nearby.close(), lexicon, nearby.isAll() ? SAME_PLACE : SAME_PLACE_OF_MANY);
  }

  Substitution(
      TokenizedText sentence, TokenizedText evidence, FactLexicon lexicon, double samePlace) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
    this.samePlace = samePlace;
  }

  /** What {@link #fit} must reach for two places to be the same. */
  double samePlace() {
    return samePlace;
  }

  /** How much of what stands around some words of the sentence stands around those there. */
  double fit(int from, int to, int thereFrom, int thereTo) {
    double around =
        Surroundings.of(sentence, lexicon, from, to)
            .shared(Surroundings.of(evidence, lexicon, thereFrom, thereTo));
    return around + (isSameFrame(from, to, thereFrom, thereTo) ? SAME_FRAME : 0);
  }

  double fit(FactLexicon.Hit here, FactLexicon.Hit there) {
    return fit(here.from(), here.to(), there.from(), there.to());
  }

  boolean samePlace(FactLexicon.Hit here, FactLexicon.Hit there) {
    return fit(here, there) >= samePlace;
  }

  /** Whether the next two words on either side are the same, but for one of the four. */
  boolean isSameFrame(int from, int to, int thereFrom, int thereTo) {
    int alike = 0;
    int words = 0;
    for (int[] side : new int[][] {{from - 1, thereFrom - 1, -1}, {to, thereTo, 1}}) {
      for (int step = 0; step < 2; step++) {
        int here = side[0] + step * side[2];
        int there = side[1] + step * side[2];
        if (isAlike(here, there)) {
          alike++;
          words += isInside(here) && sentence.word(here).isWord() ? 1 : 0;
        } else if (step == 0 && from == to) {
          return false;
        }
      }
    }
    return alike >= LEAST_ALIKE && words >= 2;
  }

  /**
   * Whether the evidence has the words around a stretch of the sentence without the stretch.
   *
   * @param excused indexes of the evidence where that proves nothing
   */
  boolean isPutIn(FactLexicon.Hit here, IntPredicate excused) {
    for (int gap = 0; gap <= evidence.size(); gap++) {
      if (isAlike(here.from() - 1, gap - 1)
          && isAlike(here.to(), gap)
          && (isAlike(here.from() - 2, gap - 2) || isAlike(here.to() + 1, gap + 1))
          && isInside(here.to())
          && !excused.test(gap)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence has the words around a stretch of the evidence without the stretch. */
  boolean isLeftOut(FactLexicon.Hit there) {
    for (int gap = 0; gap <= sentence.size(); gap++) {
      if (isAlike(gap - 1, there.from() - 1)
          && isAlike(gap, there.to())
          && (isAlike(gap - 2, there.from() - 2) || isAlike(gap + 1, there.to() + 1))
          && isInside(gap)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInside(int index) {
    return index >= 0 && index < sentence.size();
  }

  /** The same word, or a sentence's end on both sides. */
  private boolean isAlike(int here, int there) {
    boolean end = here < 0 || here >= sentence.size() || isEnd(sentence.word(here));
    boolean thereEnd = there < 0 || there >= evidence.size() || isEnd(evidence.word(there));
    return end || thereEnd
        ? end && thereEnd
        : sentence.word(here).stem().equals(evidence.word(there).stem());
  }

  private static boolean isEnd(Word word) {
    return SENTENCE_ENDS.contains(word.text());
  }
}
