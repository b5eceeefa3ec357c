package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.List;

/**
 * What a set of sentences is worth: the overlap with a person's summary that is to be expected, in
 * words and in pairs of words, for its length. Says the same thing twice, and the second time
 * counts little; says more than a summary has room for, and the length costs. Not thread-safe.
 */
final class Worth {

  /** How much the share of pairs counts beside that of words. */
  private static final double PAIRS = 2;

  /** Words that are free of cost: few, so that short sentences that say much win. */
  private static final double SUMMARY_WORDS = 9;

  /** What the second use of a word counts: function words do come twice. */
  private static final double AGAIN = 0.25;

  private final Chances chances;
  private final int[] used;
  private final int[] usedPair;
  private int round;

  Worth(Chances chances, int stems) {
    this.chances = chances;
    this.used = new int[stems];
    this.usedPair = new int[chances.pairs()];
  }

  double of(Variant... set) {
    return of(Arrays.asList(set));
  }

  double of(List<Variant> set) {
    double words = 0;
    double hits = 0;
    round += 3;
    for (Variant variant : set) {
      int before = -1;
      for (int stem : variant.stems()) {
        words++;
        hits += chances.ofWord(stem) * share(stem);
        int pair = before < 0 ? -1 : chances.pair(before, stem);
        if (pair >= 0 && usedPair[pair] != round) {
          usedPair[pair] = round;
          hits += PAIRS * chances.ofPair(pair);
        }
        before = stem;
      }
    }
    return words == 0 ? 0 : 2 * hits / (words + SUMMARY_WORDS);
  }

  /** Without pairs: cheaper, for a first sifting. */
  double ofWords(Variant variant) {
    double hits = 0;
    round += 3;
    for (int stem : variant.stems()) {
      hits += chances.ofWord(stem) * share(stem);
    }
    return 2 * hits / (variant.stems().length + SUMMARY_WORDS);
  }

  /** A stem's mark is the round for its first use, one more for the second, and so on. */
  private double share(int stem) {
    if (used[stem] < round) {
      used[stem] = round;
      return 1;
    }
    if (used[stem] == round) {
      used[stem] = round + 1;
      return AGAIN;
    }
    return 0;
  }
}
