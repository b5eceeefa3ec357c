package io.wireroom.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fits {@link BoostedTrees}: gradient boosting with the logistic loss, Newton steps, and features
 * cut into bins. Deterministic for a seed.
 */
final class TreeFitting {
  private static final int BINS = 64;

  /** The knobs; chosen by cross-validation. */
  record Options(int trees, int depth, double rate, double rows, double columns, double ridge, double leastWeight) {}

  private final Options options;
  private final Random random;
  private final float[][] x;
  private final float[] y;
  private final float[] w;
  private final int columns;
  private final float[][] cuts;
  private final byte[][] bins;

  TreeFitting(Options options, long seed, float[][] x, float[] y, float[] w) {
    this.options = options;
    this.random = new Random(seed);
    this.x = x;
    this.y = y;
    this.w = w;
    this.columns = x[0].length;
    this.cuts = new float[columns][];
    this.bins = new byte[columns][x.length];
    for (int c = 0; c < columns; c++) {
      bin(c);
    }
  }

  private void bin(int column) {
    float[] sorted = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      sorted[i] = x[i][column];
    }
    Arrays.sort(sorted);
    float[] found = new float[BINS];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      int at = (int) ((long) b * sorted.length / BINS);
      if (sorted[at] > sorted[Math.max(0, at - 1)] || (count == 0 ? sorted[at] > sorted[0] : sorted[at] > found[count - 1])) {
        int below = at;
        while (below > 0 && sorted[below] == sorted[at]) {
          below--;
        }
        float cut = (sorted[below] + sorted[at]) / 2;
        if (sorted[below] < sorted[at] && (count == 0 || cut > found[count - 1])) {
          found[count++] = cut;
        }
      }
    }
    // A value that few rows have still deserves its own bin.
    if (count == 0 && sorted[0] < sorted[sorted.length - 1]) {
      int at = 0;
      while (sorted[at] == sorted[0]) {
        at++;
      }
      found[count++] = (sorted[0] + sorted[at]) / 2;
      int last = sorted.length - 1;
      while (sorted[last] == sorted[sorted.length - 1]) {
        last--;
      }
      float cut = (sorted[last] + sorted[sorted.length - 1]) / 2;
      if (cut > found[0]) {
        found[count++] = cut;
      }
    }
    cuts[column] = Arrays.copyOf(found, count);
    for (int i = 0; i < x.length; i++) {
      int b = 0;
      while (b < count && x[i][column] > cuts[column][b]) {
        b++;
      }
      bins[column][i] = (byte) b;
    }
  }

  /** The model in the text form that {@link BoostedTrees#read} takes. */
  String fit() {
    int n = x.length;
    double sumY = 0;
    double sumW = 0;
    for (int i = 0; i < n; i++) {
      sumY += w[i] * y[i];
      sumW += w[i];
    }
    double bias = Math.log(sumY / (sumW - sumY));
    double[] score = new double[n];
    Arrays.fill(score, bias);
    double[] gradient = new double[n];
    double[] hessian = new double[n];
    List<String> lines = new ArrayList<>();
    int nodes = 0;
    for (int t = 0; t < options.trees(); t++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = w[i] * (p - y[i]);
        hessian[i] = w[i] * p * (1 - p);
      }
      int[] rows = random.ints(n, 0, 1_000_000).toArray();
      int kept = 0;
      for (int i = 0; i < n; i++) {
        if (rows[i] < options.rows() * 1_000_000) {
          rows[kept++] = i;
        }
      }
      rows = Arrays.copyOf(rows, kept);
      boolean[] used = new boolean[columns];
      for (int c = 0; c < columns; c++) {
        used[c] = random.nextDouble() < options.columns();
      }
      List<double[]> tree = new ArrayList<>();
      grow(tree, rows, used, gradient, hessian, 0);
      nodes += tree.size();
      StringBuilder line = new StringBuilder();
      for (double[] node : tree) {
        line.append(String.format(Locale.ROOT, "%d %.5g %d %d ", (int) node[0], node[1], (int) node[2], (int) node[3]));
      }
      lines.add(line.toString().strip());
      for (int i = 0; i < n; i++) {
        int at = 0;
        while (tree.get(at)[0] >= 0) {
          double[] node = tree.get(at);
          at = (int) (x[i][(int) node[0]] <= node[1] ? node[2] : node[3]);
        }
        score[i] += tree.get(at)[1];
      }
    }
    return String.format(Locale.ROOT, "%d %d %d %.5g%n", columns, options.trees(), nodes, bias)
        + String.join("\n", lines)
        + "\n";
  }

  private int grow(List<double[]> tree, int[] rows, boolean[] used, double[] g, double[] h, int depth) {
    int index = tree.size();
    double sumG = 0;
    double sumH = 0;
    for (int row : rows) {
      sumG += g[row];
      sumH += h[row];
    }
    double leaf = -sumG / (sumH + options.ridge()) * options.rate();
    double[] node = {-1, leaf, 0, 0};
    tree.add(node);
    if (depth == options.depth() || rows.length < 2) {
      return index;
    }
    double bestGain = 1e-6;
    int bestColumn = -1;
    int bestCut = -1;
    double base = sumG * sumG / (sumH + options.ridge());
    double[] binG = new double[BINS];
    double[] binH = new double[BINS];
    for (int c = 0; c < columns; c++) {
      if (!used[c] || cuts[c].length == 0) {
        continue;
      }
      Arrays.fill(binG, 0);
      Arrays.fill(binH, 0);
      for (int row : rows) {
        binG[bins[c][row]] += g[row];
        binH[bins[c][row]] += h[row];
      }
      double leftG = 0;
      double leftH = 0;
      for (int b = 0; b < cuts[c].length; b++) {
        leftG += binG[b];
        leftH += binH[b];
        double rightH = sumH - leftH;
        if (leftH < options.leastWeight() || rightH < options.leastWeight()) {
          continue;
        }
        double rightG = sumG - leftG;
        double gain = leftG * leftG / (leftH + options.ridge()) + rightG * rightG / (rightH + options.ridge()) - base;
        if (gain > bestGain) {
          bestGain = gain;
          bestColumn = c;
          bestCut = b;
        }
      }
    }
    if (bestColumn < 0) {
      return index;
    }
    int[] left = new int[rows.length];
    int[] right = new int[rows.length];
    int l = 0;
    int r = 0;
    for (int row : rows) {
      if (bins[bestColumn][row] <= bestCut) {
        left[l++] = row;
      } else {
        right[r++] = row;
      }
    }
    node[0] = bestColumn;
    node[1] = Float.parseFloat(String.format(Locale.ROOT, "%.5g", cuts[bestColumn][bestCut]));
    node[2] = grow(tree, Arrays.copyOf(left, l), used, g, h, depth + 1);
    node[3] = grow(tree, Arrays.copyOf(right, r), used, g, h, depth + 1);
    return index;
  }
}
