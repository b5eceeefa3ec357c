package io.wireroom.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.StringTokenizer;

/**
 * A sum of small decision trees, and its logistic: the probability that a row of numbers is of the
 * wanted kind. Immutable, so thread-safe.
 *
 * <p>As text: a line {@code features trees bias}, then for each tree a line with its nodes, each
 * node {@code feature threshold left right} or {@code -1 value 0 0} for a leaf; a row goes left
 * when its number is at most the threshold.
 */
final class BoostedTrees {
  private final int features;
  private final float bias;
  private final int[] roots;
  private final int[] feature;
  private final float[] value;
  private final int[] left;
  private final int[] right;

  private BoostedTrees(
      int features, float bias, int[] roots, int[] feature, float[] value, int[] left, int[] right) {
    this.features = features;
    this.bias = bias;
    this.roots = roots;
    this.feature = feature;
    this.value = value;
    this.left = left;
    this.right = right;
  }

  /** Reads one model; the reader is left after its last line. */
  static BoostedTrees read(BufferedReader in) throws IOException {
    StringTokenizer head = line(in);
    int features = Integer.parseInt(head.nextToken());
    int trees = Integer.parseInt(head.nextToken());
    int nodes = Integer.parseInt(head.nextToken());
    float bias = Float.parseFloat(head.nextToken());
    int[] roots = new int[trees];
    int[] feature = new int[nodes];
    float[] value = new float[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    int next = 0;
    for (int tree = 0; tree < trees; tree++) {
      roots[tree] = next;
      StringTokenizer tokens = line(in);
      while (tokens.hasMoreTokens()) {
        feature[next] = Integer.parseInt(tokens.nextToken());
        value[next] = Float.parseFloat(tokens.nextToken());
        left[next] = roots[tree] + Integer.parseInt(tokens.nextToken());
        right[next] = roots[tree] + Integer.parseInt(tokens.nextToken());
        next++;
      }
    }
    return new BoostedTrees(features, bias, roots, feature, value, left, right);
  }

  private static StringTokenizer line(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the model ends too early");
    }
    return new StringTokenizer(line);
  }

  /** The probability, from 0 to 1. */
  float probability(float[] row) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "the model was fitted on " + features + " features, not " + row.length);
    }
    float sum = bias;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        node = row[feature[node]] <= value[node] ? left[node] : right[node];
      }
      sum += value[node];
    }
    return (float) (1 / (1 + Math.exp(-sum)));
  }
}
