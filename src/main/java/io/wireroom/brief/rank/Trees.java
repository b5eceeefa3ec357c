package io.wireroom.brief.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of decision trees, as gradient boosting makes them. Immutable, thread-safe.
 *
 * <p>Node {@code n} goes to {@code left[n]} when its feature is at most its threshold, else to
 * {@code left[n] + 1}; a node whose feature is -1 is a leaf, and its threshold is what it adds.
 */
final class Trees {

  private final float base;
  private final int[] roots;
  private final short[] feature;
  private final float[] threshold;
  private final int[] left;

  Trees(float base, int[] roots, short[] feature, float[] threshold, int[] left) {
    this.base = base;
    this.roots = roots;
    this.feature = feature;
    this.threshold = threshold;
    this.left = left;
  }

  /**
   * @param x the features, of which there are as many as in training
   */
  double score(float[] x) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        node = x[feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
      }
      sum += threshold[node];
    }
    return sum;
  }

  /** The scores of many rows: tree by tree, so that each tree is in the cache but once. */
  double[] scores(float[][] rows) {
    double[] sums = new double[rows.length];
    Arrays.fill(sums, base);
    for (int root : roots) {
      for (int i = 0; i < rows.length; i++) {
        float[] x = rows[i];
        int node = root;
        while (feature[node] >= 0) {
          node = x[feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
        }
        sums[i] += threshold[node];
      }
    }
    return sums;
  }

  /** The score as a probability, for trees that were grown on yes and no. */
  double probability(float[] x) {
    return 1 / (1 + Math.exp(-score(x)));
  }

  /** Trees that score the mean of what these do. */
  static Trees mean(List<Trees> of) {
    int roots = of.stream().mapToInt(t -> t.roots.length).sum();
    int nodes = of.stream().mapToInt(t -> t.feature.length).sum();
    Trees all = new Trees(0, new int[roots], new short[nodes], new float[nodes], new int[nodes]);
    float base = 0;
    int root = 0;
    int node = 0;
    for (Trees trees : of) {
      base += trees.base / of.size();
      for (int from : trees.roots) {
        all.roots[root++] = from + node;
      }
      for (int n = 0; n < trees.feature.length; n++) {
        boolean leaf = trees.feature[n] < 0;
        all.feature[node + n] = trees.feature[n];
        all.threshold[node + n] = leaf ? trees.threshold[n] / of.size() : trees.threshold[n];
        all.left[node + n] = leaf ? 0 : trees.left[n] + node;
      }
      node += trees.feature.length;
    }
    return new Trees(base, all.roots, all.feature, all.threshold, all.left);
  }

  static Trees read(DataInputStream in) throws IOException {
    float base = in.readFloat();
    int[] roots = new int[in.readInt()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = in.readInt();
    }
    int nodes = in.readInt();
    short[] feature = new short[nodes];
    float[] threshold = new float[nodes];
    int[] left = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      feature[n] = in.readByte();
      threshold[n] = in.readFloat();
      left[n] = feature[n] < 0 ? 0 : in.readInt();
    }
    return new Trees(base, roots, feature, threshold, left);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeFloat(base);
    out.writeInt(roots.length);
    for (int root : roots) {
      out.writeInt(root);
    }
    out.writeInt(feature.length);
    for (int n = 0; n < feature.length; n++) {
      out.writeByte(feature[n]);
      out.writeFloat(threshold[n]);
      if (feature[n] >= 0) {
        out.writeInt(left[n]);
      }
    }
  }
}
