package io.wireroom.brief.rank;

import java.util.Arrays;

/**
 * How likely a person's summary of one text has each of its words, and each pair of neighbouring
 * words. Pairs are judged when first asked for, since most never are. Not thread-safe.
 */
final class Chances {

  /** What standing in the headline adds to a word's log odds; set by hand, as no titles to fit. */
  private static final double TITLE = 0.7;

  private static final float UNKNOWN = -1;

  private final Passage passage;
  private final Centrality centrality;
  private final ChanceModel model;
  private final Pairs pairs;
  private final float[][] features;
  private final float[] word;
  private final float[] pair;

  Chances(ChanceModel model, Passage passage, int[] title) {
    this.model = model;
    this.passage = passage;
    this.centrality = new Centrality(passage);
    this.pairs = new Pairs(passage);
    Prior prior = passage.lexicon.language().equals("en") ? model.prior() : model.prior().unknown();
    this.features = WordFeatures.of(passage, centrality, prior);
    this.word = new float[passage.stems];
    for (int stem = 0; stem < word.length; stem++) {
      word[stem] = (float) logistic(model.words().score(features[stem]));
    }
    this.pair = new float[pairs.size()];
    Arrays.fill(pair, UNKNOWN);
    raise(title);
  }

  private void raise(int[] title) {
    boolean[] done = new boolean[word.length];
    for (int w = 0; w < passage.words(); w++) {
      int stem = passage.stem[w];
      if (passage.isContent(w) && !done[stem] && Arrays.stream(title).anyMatch(t -> t == stem)) {
        word[stem] = (float) logistic(Math.log(word[stem] / (1 - word[stem])) + TITLE);
        done[stem] = true;
      }
    }
  }

  float ofWord(int stem) {
    return word[stem];
  }

  /** The pair's number, or -1 when the words never stand together in the text. */
  int pair(int first, int second) {
    return pairs.of(first, second);
  }

  int pairs() {
    return pair.length;
  }

  float ofPair(int number) {
    if (pair[number] == UNKNOWN) {
      float[] x = pairs.features(number, word, features, centrality);
      pair[number] = (float) logistic(model.pairs().score(x));
    }
    return pair[number];
  }

  private static double logistic(double score) {
    return 1 / (1 + Math.exp(-score));
  }
}
