package io.wireroom.brief.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

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

  /** The score as a probability, for trees that were grown on yes and no. */
  double probability(float[] x) {
    return 1 / (1 + Math.exp(-score(x)));
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
