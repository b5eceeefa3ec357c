package io.wireroom.brief.rank;

import java.util.HashMap;
import java.util.Map;

/** The distinct pairs of words that stand next to each other in a text's sentences. */
final class Pairs {

  /** How many features a pair has. */
  static final int COUNT = 19;

  private final Map<Long, Integer> byStems = new HashMap<>();

  /** By word: the pair it makes with the next word; -1 at the end of a sentence. */
  final int[] pairAt;

  private final Passage passage;

  Pairs(Passage passage) {
    this.passage = passage;
    this.pairAt = new int[passage.words()];
    for (int w = 0; w < pairAt.length; w++) {
      boolean last = w + 1 == pairAt.length || passage.sentenceOf[w + 1] != passage.sentenceOf[w];
      pairAt[w] = last ? -1 : number(passage.stem[w], passage.stem[w + 1]);
    }
  }

  private int number(int first, int second) {
    return byStems.computeIfAbsent(key(first, second), k -> byStems.size());
  }

  int size() {
    return byStems.size();
  }

  /** The pair's number, or -1 when the text has no such pair. */
  int of(int first, int second) {
    return byStems.getOrDefault(key(first, second), -1);
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  /**
   * @param chance by stem: how likely a summary has it
   * @return by pair, {@link #COUNT} features each
   */
  float[][] features(float[] chance, float[][] words, Centrality centrality) {
    float[][] x = new float[byStems.size()][COUNT];
    int[] lastSentence = new int[x.length];
    for (int w = 0; w < pairAt.length; w++) {
      if (pairAt[w] < 0) {
        continue;
      }
      int s = passage.sentenceOf[w];
      float[] f = x[pairAt[w]];
      if (f[0] == 0) {
        int a = passage.stem[w];
        int b = passage.stem[w + 1];
        f[1] = Math.min(s, 60);
        f[2] = w - passage.firstWord[s];
        f[3] = chance[a];
        f[4] = chance[b];
        f[5] = chance[a] * chance[b];
        f[6] = (passage.isContent(w) ? 0 : 1) + (passage.isContent(w + 1) ? 0 : 2);
        f[7] =
            (passage.is(w, Passage.CAPITAL) ? 1 : 0) + (passage.is(w + 1, Passage.CAPITAL) ? 2 : 0);
        f[8] = passage.start[w + 1] - passage.end[w];
        f[9] = passage.is(w, Passage.NUMBER) || passage.is(w + 1, Passage.NUMBER) ? 1 : 0;
        f[10] = words[a][0];
        f[11] = words[b][0];
        f[12] = words[a][8];
        f[13] = words[b][8];
        f[14] = passage.is(w, Passage.QUOTED) ? 1 : 0;
        f[15] = centrality.textRank[s];
        f[16] = passage.words();
        f[17] = words[a][6] + words[b][6];
      }
      f[0]++;
      if (lastSentence[pairAt[w]] != s + 1) {
        f[18]++;
        lastSentence[pairAt[w]] = s + 1;
      }
    }
    for (float[] f : x) {
      f[10] = f[0] / f[10];
      f[11] = f[0] / f[11];
    }
    return x;
  }
}
