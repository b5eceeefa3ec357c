package io.wireroom.brief.rank;

import io.wireroom.bundle.Bundled;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The fitted numbers behind {@link Chances}: trees for words and for pairs of words, and a {@link
 * Prior} of each. Holds no text. Made by {@code RankerTraining}. Immutable, thread-safe.
 *
 * @param words trees over {@link WordFeatures}
 * @param pairs trees over {@link Pairs}' features
 * @param wordPrior what words alone tell, in the language that was learned from
 * @param pairPrior what pairs alone tell
 */
record ChanceModel(Trees words, Trees pairs, Prior wordPrior, Prior pairPrior) {

  static final String RESOURCE = "ranker.bin";
  private static final int MAGIC = 0x57524B32;

  /** The model that comes with the program. */
  static ChanceModel shipped() {
    byte[] bytes = Bundled.bytes(ChanceModel.class, RESOURCE);
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("The ranker's numbers in " + RESOURCE, e);
    }
  }

  static ChanceModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a ranker's numbers, or of another version");
    }
    Trees words = Trees.read(in);
    Trees pairs = Trees.read(in);
    Prior wordPrior = Prior.read(in);
    return new ChanceModel(words, pairs, wordPrior, Prior.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    words.write(out);
    pairs.write(out);
    wordPrior.write(out);
    pairPrior.write(out);
  }
}
