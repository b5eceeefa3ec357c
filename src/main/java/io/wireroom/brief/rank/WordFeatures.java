package io.wireroom.brief.rank;

import java.util.Arrays;

/**
 * What the word model looks at: for each stem of a text, how often, where and in what form it
 * occurs. The order of the features is part of the fitted model.
 */
final class WordFeatures {

  static final int COUNT = 28;

  private WordFeatures() {}

  /** By stem, {@link #COUNT} features each. */
  static float[][] of(Passage passage, Centrality centrality, Prior prior) {
    int n = passage.sentences.size();
    int words = passage.words();
    float[][] x = new float[passage.stems][COUNT];
    int[] lastSentence = new int[passage.stems];
    Arrays.fill(lastSentence, -1);
    for (int w = 0; w < words; w++) {
      int stem = passage.stem[w];
      int s = passage.sentenceOf[w];
      float[] f = x[stem];
      boolean firstTime = f[0] == 0;
      f[0]++;
      if (firstTime) {
        f[1] = Math.min(s, 60);
        f[2] = (float) w / words;
        f[3] = Math.min(w, 600);
        f[4] = w - passage.firstWord[s];
        f[5] = passage.isContent(w) ? 0 : 1;
        f[6] = passage.end[w] - passage.start[w];
        f[7] = passage.is(w, Passage.NUMBER) ? 1 : 0;
        f[8] = suffix(passage.word(w));
        int hash = Prior.hash(passage.stemText(w));
        f[26] = prior.share(hash);
        f[27] = prior.seen(hash);
        f[21] = passage.firstWord[s + 1] - passage.firstWord[s];
      }
      if (s != lastSentence[stem]) {
        f[9]++;
        f[10] += centrality.textRank[s];
        f[11] = Math.max(f[11], centrality.textRank[s]);
        f[22] += centrality.centre[s];
        f[12] += s < 3 ? 1 : 0;
        f[13] += s < 6 ? 1 : 0;
        f[23] += s < 12 ? 1 : 0;
        lastSentence[stem] = s;
      }
      f[14] += passage.is(w, Passage.CAPITAL) && !passage.is(w, Passage.FIRST) ? 1 : 0;
      f[15] += passage.is(w, Passage.QUOTED) ? 1 : 0;
      f[16] = (float) w / words;
      f[24] += neighbourCapital(passage, w) ? 1 : 0;
    }
    for (float[] f : x) {
      f[10] /= f[9];
      f[22] /= f[9];
      f[14] /= f[0];
      f[15] /= f[0];
      f[24] /= f[0];
      f[17] = f[16] - f[2];
      f[18] = f[0] / words * 1000;
      f[19] = words;
      f[20] = n;
      f[25] = f[9] / n;
    }
    return x;
  }

  private static boolean neighbourCapital(Passage passage, int w) {
    return w > 0
            && passage.sentenceOf[w - 1] == passage.sentenceOf[w]
            && passage.is(w - 1, Passage.CAPITAL)
        || w + 1 < passage.words()
            && passage.sentenceOf[w + 1] == passage.sentenceOf[w]
            && passage.is(w + 1, Passage.CAPITAL);
  }

  /** What the ending says about the kind of word. */
  private static float suffix(String word) {
    if (word.endsWith("ed")) {
      return 1;
    }
    if (word.endsWith("ing")) {
      return 2;
    }
    if (word.endsWith("ly")) {
      return 3;
    }
    if (word.endsWith("s")) {
      return 4;
    }
    if (word.endsWith("ion") || word.endsWith("ment")) {
      return 5;
    }
    return 0;
  }
}
