package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.Random;

/**
 * Grows {@link Trees} by gradient boosting over histograms: squared error, or log loss for yes and
 * no. The same rows and settings always give the same trees.
 */
final class TreeGrower {

  private static final int BINS = 64;

  private int rounds = 100;
  private int depth = 5;
  private double rate = 0.1;
  private double l2 = 20;
  private int minLeaf = 40;
  private double columns = 0.5;
  private double rows = 0.7;
  private boolean logistic;
  private long seed = 42;

  private float[][] cuts = new float[0][];
  private byte[][] binned = new byte[0][];

  private short[] feature = new short[0];
  private float[] threshold = new float[0];
  private int[] left = new int[0];
  private int nodes;

  TreeGrower rounds(int value) {
    rounds = value;
    return this;
  }

  TreeGrower depth(int value) {
    depth = value;
    return this;
  }

  TreeGrower rate(double value) {
    rate = value;
    return this;
  }

  TreeGrower minLeaf(int value) {
    minLeaf = value;
    return this;
  }

  TreeGrower l2(double value) {
    l2 = value;
    return this;
  }

  TreeGrower columns(double value) {
    columns = value;
    return this;
  }

  /** Another seed draws other rows and features, and so grows other trees. */
  TreeGrower seed(long value) {
    seed = value;
    return this;
  }

  TreeGrower logistic() {
    logistic = true;
    return this;
  }

  Trees grow(float[][] x, float[] y) {
    int n = x.length;
    int features = x[0].length;
    bin(x, features);
    double mean = 0;
    for (float v : y) {
      mean += v / n;
    }
    float base = (float) (logistic ? Math.log(mean / (1 - mean)) : mean);
    double[] score = new double[n];
    Arrays.fill(score, base);
    double[] gradient = new double[n];
    double[] hessian = new double[n];
    Random random = new Random(seed);
    int[] roots = new int[rounds];
    nodes = 0;
    int most = rounds * (2 << depth);
    feature = new short[most];
    threshold = new float[most];
    left = new int[most];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < n; i++) {
        if (logistic) {
          double p = 1 / (1 + Math.exp(-score[i]));
          gradient[i] = y[i] - p;
          hessian[i] = p * (1 - p);
        } else {
          gradient[i] = y[i] - score[i];
          hessian[i] = 1;
        }
      }
      int[] sample = new int[n];
      int size = 0;
      for (int i = 0; i < n; i++) {
        if (random.nextDouble() < rows) {
          sample[size++] = i;
        }
      }
      boolean[] use = new boolean[features];
      for (int f = 0; f < features; f++) {
        use[f] = random.nextDouble() < columns;
      }
      roots[round] = newNode();
      split(roots[round], sample, 0, size, depth, gradient, hessian, use);
      for (int i = 0; i < n; i++) {
        int node = roots[round];
        while (feature[node] >= 0) {
          node = x[i][feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
        }
        score[i] += threshold[node];
      }
    }
    return new Trees(
        base,
        roots,
        Arrays.copyOf(feature, nodes),
        Arrays.copyOf(threshold, nodes),
        Arrays.copyOf(left, nodes));
  }

  private int newNode() {
    feature[nodes] = -1;
    return nodes++;
  }

  private void split(
      int node, int[] rows, int from, int to, int levels, double[] g, double[] h, boolean[] use) {
    double sumG = 0;
    double sumH = 0;
    for (int i = from; i < to; i++) {
      sumG += g[rows[i]];
      sumH += h[rows[i]];
    }
    threshold[node] = (float) (rate * sumG / (sumH + l2));
    if (levels == 0 || to - from < 2 * minLeaf) {
      return;
    }
    double bestGain = 1e-9;
    int bestFeature = -1;
    int bestBin = -1;
    double whole = sumG * sumG / (sumH + l2);
    double[] binG = new double[BINS];
    double[] binH = new double[BINS];
    int[] binN = new int[BINS];
    for (int f = 0; f < binned.length; f++) {
      if (!use[f] || cuts[f].length == 0) {
        continue;
      }
      Arrays.fill(binG, 0);
      Arrays.fill(binH, 0);
      Arrays.fill(binN, 0);
      byte[] bin = binned[f];
      for (int i = from; i < to; i++) {
        int row = rows[i];
        int b = bin[row];
        binG[b] += g[row];
        binH[b] += h[row];
        binN[b]++;
      }
      double leftG = 0;
      double leftH = 0;
      int leftN = 0;
      for (int b = 0; b < cuts[f].length; b++) {
        leftG += binG[b];
        leftH += binH[b];
        leftN += binN[b];
        if (leftN < minLeaf) {
          continue;
        }
        if (to - from - leftN < minLeaf) {
          break;
        }
        double rightG = sumG - leftG;
        double gain = leftG * leftG / (leftH + l2) + rightG * rightG / (sumH - leftH + l2) - whole;
        if (gain > bestGain) {
          bestGain = gain;
          bestFeature = f;
          bestBin = b;
        }
      }
    }
    if (bestFeature < 0) {
      return;
    }
    int middle = from;
    byte[] bin = binned[bestFeature];
    for (int i = from; i < to; i++) {
      if (bin[rows[i]] <= bestBin) {
        int swap = rows[i];
        rows[i] = rows[middle];
        rows[middle++] = swap;
      }
    }
    int child = newNode();
    newNode();
    feature[node] = (short) bestFeature;
    threshold[node] = cuts[bestFeature][bestBin];
    left[node] = child;
    split(child, rows, from, middle, levels - 1, g, h, use);
    split(child + 1, rows, middle, to, levels - 1, g, h, use);
  }

  /** Cuts each feature at quantiles; a value goes to the first bin whose cut is not below it. */
  private void bin(float[][] x, int features) {
    int n = x.length;
    cuts = new float[features][];
    binned = new byte[features][n];
    float[] sorted = new float[n];
    for (int f = 0; f < features; f++) {
      for (int i = 0; i < n; i++) {
        sorted[i] = x[i][f];
      }
      Arrays.sort(sorted);
      float[] found = new float[BINS - 1];
      int count = 0;
      for (int b = 1; b < BINS; b++) {
        float value = sorted[(int) ((long) b * n / BINS)];
        if (value < sorted[n - 1] && (count == 0 || value > found[count - 1])) {
          found[count++] = value;
        }
      }
      cuts[f] = Arrays.copyOf(found, count);
      for (int i = 0; i < n; i++) {
        int at = Arrays.binarySearch(cuts[f], x[i][f]);
        binned[f][i] = (byte) (at >= 0 ? at : -at - 1);
      }
    }
  }
}
