package io.wireroom.brief.rank;

import java.util.Arrays;

/**
 * How likely a person's summary of one text has each of its words, and each pair of neighbouring
 * words. Not thread-safe.
 */
final class Chances {

  /** What standing in the headline adds to a word's log odds; set by hand, as no titles to fit. */
  private static final double TITLE = 0.7;

  /** The language whose words the model knows. */
  private static final String LEARNED = "en";

  private final Passage passage;
  private final Pairs pairs;
  private final float[] word;
  private final float[] pair;

  Chances(ChanceModel model, Passage passage, int[] title) {
    this.passage = passage;
    Centrality centrality = new Centrality(passage);
    boolean learned = passage.lexicon.language().equals(LEARNED);
    Prior wordPrior = learned ? model.wordPrior() : model.wordPrior().unknown();
    Prior pairPrior = learned ? model.pairPrior() : model.pairPrior().unknown();
    float[][] features = WordFeatures.of(passage, centrality, wordPrior);
    this.word = logistic(model.words().scores(features));
    raise(title);
    this.pairs = new Pairs(passage, pairPrior);
    float[][] pairFeatures = new float[pairs.size()][];
    for (int pair = 0; pair < pairFeatures.length; pair++) {
      pairFeatures[pair] = pairs.features(pair, word, features, centrality);
    }
    this.pair = logistic(model.pairs().scores(pairFeatures));
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
    return pair[number];
  }

  private static float[] logistic(double[] scores) {
    float[] chances = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      chances[i] = (float) logistic(scores[i]);
    }
    return chances;
  }

  private static double logistic(double score) {
    return 1 / (1 + Math.exp(-score));
  }
}
