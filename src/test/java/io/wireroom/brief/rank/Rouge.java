package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ROUGE-1, ROUGE-2 and summary-level ROUGE-L (F1) of candidate sets against one article's
 * highlights; words as {@link Stems} numbers them. Lin 2004.
 */
final class Rouge {

  private final List<int[]> references = new ArrayList<>();
  private final Map<Integer, Integer> unigrams = new HashMap<>();
  private final Map<Long, Integer> bigrams = new HashMap<>();
  private int referenceWords;
  private int referencePairs;

  Rouge(List<int[]> references) {
    this.references.addAll(references);
    int before = -1;
    for (int[] reference : references) {
      for (int stem : reference) {
        unigrams.merge(stem, 1, Integer::sum);
        referenceWords++;
        if (before >= 0) {
          bigrams.merge(pair(before, stem), 1, Integer::sum);
          referencePairs++;
        }
        before = stem;
      }
    }
  }

  boolean has(int stem) {
    return unigrams.containsKey(stem);
  }

  boolean has(int first, int second) {
    return bigrams.containsKey(pair(first, second));
  }

  int words() {
    return referenceWords;
  }

  /** Mean of ROUGE-1, -2 and -L. */
  double mean(List<int[]> candidates) {
    double[] all = of(candidates);
    return (all[0] + all[1] + all[2]) / 3;
  }

  double[] of(List<int[]> candidates) {
    Map<Integer, Integer> ones = new HashMap<>();
    Map<Long, Integer> twos = new HashMap<>();
    int words = 0;
    int before = -1;
    for (int[] candidate : candidates) {
      for (int stem : candidate) {
        ones.merge(stem, 1, Integer::sum);
        words++;
        if (before >= 0) {
          twos.merge(pair(before, stem), 1, Integer::sum);
        }
        before = stem;
      }
    }
    int hitOnes = 0;
    for (Map.Entry<Integer, Integer> e : ones.entrySet()) {
      hitOnes += Math.min(e.getValue(), unigrams.getOrDefault(e.getKey(), 0));
    }
    int hitTwos = 0;
    for (Map.Entry<Long, Integer> e : twos.entrySet()) {
      hitTwos += Math.min(e.getValue(), bigrams.getOrDefault(e.getKey(), 0));
    }
    return new double[] {
      f1(hitOnes, words, referenceWords),
      f1(hitTwos, Math.max(0, words - 1), referencePairs),
      f1(longest(candidates, ones), words, referenceWords)
    };
  }

  private int longest(List<int[]> candidates, Map<Integer, Integer> candidateCounts) {
    Map<Integer, Integer> left = new HashMap<>(unigrams);
    Map<Integer, Integer> right = new HashMap<>(candidateCounts);
    int hits = 0;
    for (int[] reference : references) {
      BitSet union = new BitSet(reference.length);
      for (int[] candidate : candidates) {
        union.or(common(reference, candidate));
      }
      for (int i = union.nextSetBit(0); i >= 0; i = union.nextSetBit(i + 1)) {
        int stem = reference[i];
        if (left.getOrDefault(stem, 0) > 0 && right.getOrDefault(stem, 0) > 0) {
          hits++;
          left.merge(stem, -1, Integer::sum);
          right.merge(stem, -1, Integer::sum);
        }
      }
    }
    return hits;
  }

  private final Map<int[], Map<int[], BitSet>> known = new HashMap<>();

  private BitSet common(int[] a, int[] b) {
    return known.computeIfAbsent(a, k -> new HashMap<>()).computeIfAbsent(b, k -> lcs(a, b));
  }

  private static BitSet lcs(int[] a, int[] b) {
    int[][] table = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        table[i][j] =
            a[i - 1] == b[j - 1]
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    BitSet used = new BitSet(a.length);
    int i = a.length;
    int j = b.length;
    while (i > 0 && j > 0) {
      if (a[i - 1] == b[j - 1]) {
        used.set(i - 1);
        i--;
        j--;
      } else if (table[i - 1][j] >= table[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    return used;
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }

  private static double f1(double hits, double predicted, double expected) {
    return hits == 0 ? 0 : 2 * hits / (predicted + expected);
  }
}
