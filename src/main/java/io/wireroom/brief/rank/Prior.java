package io.wireroom.brief.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a word, or a pair of words, by itself tells of its chance to be in a summary: in how many
 * articles it stood, and in how many of their summaries. Holds hashes and numbers only. Immutable,
 * thread-safe.
 */
final class Prior {

  private final int[] hashes;
  private final int[] kept;
  private final int[] seen;
  private final float usual;
  private final float smoothing;

  /**
   * @param hashes of the words or pairs that are known, ascending
   * @param kept for each: in how many articles' summaries
   * @param seen for each: in how many articles
   * @param usual the share of all together
   * @param smoothing articles' worth of the usual share that each one starts from
   */
  Prior(int[] hashes, int[] kept, int[] seen, float usual, float smoothing) {
    this.hashes = hashes;
    this.kept = kept;
    this.seen = seen;
    this.usual = usual;
    this.smoothing = smoothing;
  }

  /** The prior of a language that was not learned from: everything is as usual. */
  Prior unknown() {
    return new Prior(new int[0], new int[0], new int[0], usual, smoothing);
  }

  /** As if one article had not been counted. */
  Prior less(int[] ofArticle, boolean[] keptThere) {
    Prior others = new Prior(hashes, kept.clone(), seen.clone(), usual, smoothing);
    for (int i = 0; i < ofArticle.length; i++) {
      int at = Arrays.binarySearch(hashes, ofArticle[i]);
      if (at >= 0) {
        others.seen[at]--;
        others.kept[at] -= keptThere[i] ? 1 : 0;
      }
    }
    return others;
  }

  /** The share of articles with this word or pair that kept it. */
  float share(int hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? usual : (kept[at] + smoothing * usual) / (seen[at] + smoothing);
  }

  /** How well that is known: the logarithm of one more than the articles. */
  float seen(int hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? 0 : (float) Math.log1p(seen[at]);
  }

  static int hash(String stem) {
    int hash = stem.hashCode() * 0x9E3779B1;
    return hash ^ hash >>> 15;
  }

  static int hash(String first, String second) {
    int hash = hash(first) * 0x85EBCA6B + hash(second);
    return hash ^ hash >>> 13;
  }

  static Prior read(DataInputStream in) throws IOException {
    int[] hashes = new int[in.readInt()];
    int[] kept = new int[hashes.length];
    int[] seen = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
      kept[i] = in.readUnsignedShort();
      seen[i] = in.readUnsignedShort();
    }
    return new Prior(hashes, kept, seen, in.readFloat(), in.readFloat());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      out.writeInt(hashes[i]);
      out.writeShort(kept[i]);
      out.writeShort(seen[i]);
    }
    out.writeFloat(usual);
    out.writeFloat(smoothing);
  }
}
