package io.wireroom.brief.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a word by itself tells of its chance to be in a summary: how often the words that hash to
 * the same number were kept. Holds numbers only. Immutable, thread-safe.
 */
final class Prior {

  /** Articles' worth of the usual share that a word starts from. */
  private static final float SMOOTHING = 20;

  private final int[] kept;
  private final int[] seen;
  private final float usual;

  /**
   * @param kept by hash: in how many articles' summaries
   * @param seen by hash: in how many articles; as long as {@code kept}, a power of two
   * @param usual the share of all words together
   */
  Prior(int[] kept, int[] seen, float usual) {
    this.kept = kept;
    this.seen = seen;
    this.usual = usual;
  }

  /** The prior of a language that was not learned from: every word is as usual. */
  Prior unknown() {
    return new Prior(new int[1], new int[1], usual);
  }

  /** The share of articles with this word that kept it. */
  float share(String stem) {
    int bucket = bucket(stem, seen.length);
    return (kept[bucket] + SMOOTHING * usual) / (seen[bucket] + SMOOTHING);
  }

  /** How well that is known: the logarithm of one more than the articles. */
  float seen(String stem) {
    return (float) Math.log1p(seen[bucket(stem, seen.length)]);
  }

  static int bucket(String stem, int buckets) {
    int hash = stem.hashCode() * 0x9E3779B1;
    return (hash ^ hash >>> 15) & buckets - 1;
  }

  static Prior read(DataInputStream in) throws IOException {
    int[] kept = new int[in.readInt()];
    int[] seen = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = in.readUnsignedShort();
      seen[i] = in.readUnsignedShort();
    }
    return new Prior(kept, seen, in.readFloat());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(kept.length);
    for (int i = 0; i < kept.length; i++) {
      out.writeShort(kept[i]);
      out.writeShort(seen[i]);
    }
    out.writeFloat(usual);
  }
}
