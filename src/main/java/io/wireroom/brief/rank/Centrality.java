package io.wireroom.brief.rank;

import java.util.Arrays;

/**
 * How much each sentence has in common with the rest of its text.
 *
 * <p>Two measures: cosine with the text's centre, and TextRank (Mihalcea and Tarau 2004) over the
 * sentences' cosines. Words weigh less the more sentences have them.
 */
final class Centrality {

  private static final int ROUNDS = 12;
  private static final double DAMPING = 0.85;

  /** Beyond this many sentences the tail only counts through the centre: pairs grow squared. */
  private static final int MOST_RANKED = 200;

  final float[] centre;
  final float[] textRank;

  Centrality(Passage passage) {
    int n = passage.sentences.size();
    float[][] weights = new float[n][];
    int[][] stems = new int[n][];
    vectors(passage, stems, weights);
    double[] middle = new double[passage.stems];
    for (int s = 0; s < n; s++) {
      for (int i = 0; i < stems[s].length; i++) {
        middle[stems[s][i]] += weights[s][i];
      }
    }
    double norm = Math.sqrt(Arrays.stream(middle).map(v -> v * v).sum());
    centre = new float[n];
    for (int s = 0; s < n; s++) {
      double dot = 0;
      for (int i = 0; i < stems[s].length; i++) {
        dot += middle[stems[s][i]] * weights[s][i];
      }
      centre[s] = norm == 0 ? 0 : (float) (dot / norm);
    }
    textRank = textRank(passage, stems, weights);
  }

  /** Each sentence's content stems in ascending order, with weights of length 1 together. */
  private static void vectors(Passage passage, int[][] stems, float[][] weights) {
    int n = passage.sentences.size();
    int[] sentencesWith = new int[passage.stems];
    for (int s = 0; s < n; s++) {
      int[] own = new int[passage.firstWord[s + 1] - passage.firstWord[s]];
      int size = 0;
      for (int w = passage.firstWord[s]; w < passage.firstWord[s + 1]; w++) {
        if (passage.isContent(w)) {
          own[size++] = passage.stem[w];
        }
      }
      stems[s] = Arrays.stream(own, 0, size).sorted().distinct().toArray();
      for (int stem : stems[s]) {
        sentencesWith[stem]++;
      }
    }
    for (int s = 0; s < n; s++) {
      weights[s] = new float[stems[s].length];
      double square = 0;
      for (int i = 0; i < stems[s].length; i++) {
        weights[s][i] = (float) Math.log(1 + (double) n / sentencesWith[stems[s][i]]);
        square += weights[s][i] * weights[s][i];
      }
      for (int i = 0; i < stems[s].length; i++) {
        weights[s][i] /= (float) Math.sqrt(square);
      }
    }
  }

  /** Ranks as multiples of the mean rank. */
  private static float[] textRank(Passage passage, int[][] stems, float[][] weights) {
    int n = Math.min(MOST_RANKED, passage.sentences.size());
    float[][] alike = new float[n][n];
    float[] sum = new float[n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        float cosine = cosine(stems[a], weights[a], stems[b], weights[b]);
        alike[a][b] = cosine;
        alike[b][a] = cosine;
        sum[a] += cosine;
        sum[b] += cosine;
      }
    }
    float[] rank = new float[passage.sentences.size()];
    Arrays.fill(rank, 0, n, 1);
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[rank.length];
      for (int a = 0; a < n; a++) {
        double in = 0;
        for (int b = 0; b < n; b++) {
          in += sum[b] == 0 ? 0 : alike[b][a] / sum[b] * rank[b];
        }
        next[a] = (float) (1 - DAMPING + DAMPING * in);
      }
      rank = next;
    }
    return rank;
  }

  private static float cosine(int[] a, float[] aWeights, int[] b, float[] bWeights) {
    float dot = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        dot += aWeights[i++] * bWeights[j++];
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot;
  }
}
