package io.wireroom.article;

import java.util.Arrays;

/** Numbers that describe one block, in the order in which they are added. */
final class FeatureRow {
  private float[] values = new float[160];
  private int size;

  FeatureRow add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = (float) value;
    return this;
  }

  FeatureRow add(boolean value) {
    return add(value ? 1 : 0);
  }

  /** A count on a scale where 2 and 4 are as far apart as 200 and 400. */
  FeatureRow addCount(double value) {
    return add(Math.log1p(Math.max(0, value)));
  }

  float[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
