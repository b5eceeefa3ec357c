package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fits the chances of words and pairs. The pair model learns from chances that the word model gives
 * to articles it has not seen, as it will in use; so the word model is fitted several times. What
 * ships is the mean of trees grown from several seeds, which is steadier than any of them.
 */
final class ChanceFit {

  private static final int INNER_FOLDS = 4;
  private static final int SEEDS = 2;

  private final List<Example> examples;
  private final List<Rouge> rouge;
  private final List<Integer> rows;

  ChanceFit(List<Example> examples, List<Rouge> rouge, List<Integer> rows) {
    this.examples = examples;
    this.rouge = rouge;
    this.rows = rows;
  }

  ChanceModel model() {
    return new ChanceModel(wordTrees(rows, SEEDS), pairTrees(), words(rows), pairs(rows));
  }

  private Trees wordTrees(List<Integer> from, int seeds) {
    Prior prior = words(from);
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    for (int i : from) {
      Example example = examples.get(i);
      PriorCounts.Once own = PriorCounts.words(example.passage, rouge.get(i));
      // An article must not see its own answer in the counts.
      Prior others = prior.less(own.hashes(), own.kept());
      float[][] features = WordFeatures.of(example.passage, example.centrality, others);
      for (int stem = 0; stem < features.length; stem++) {
        x.add(features[stem]);
        y.add(rouge.get(i).has(stem) ? 1f : 0f);
      }
    }
    return grow(x, y, 150, seeds);
  }

  private Trees pairTrees() {
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    for (int fold = 0; fold < INNER_FOLDS; fold++) {
      List<Integer> from = new ArrayList<>();
      for (int k = 0; k < rows.size(); k++) {
        if (k % INNER_FOLDS != fold) {
          from.add(rows.get(k));
        }
      }
      Prior wordPrior = words(from);
      Prior pairPrior = pairs(from);
      Trees words = wordTrees(from, 1);
      for (int k = fold; k < rows.size(); k += INNER_FOLDS) {
        int i = rows.get(k);
        Passage passage = examples.get(i).passage;
        float[][] features = WordFeatures.of(passage, examples.get(i).centrality, wordPrior);
        float[] chance = new float[features.length];
        for (int stem = 0; stem < chance.length; stem++) {
          chance[stem] = (float) words.probability(features[stem]);
        }
        addPairs(i, new Pairs(passage, pairPrior), chance, features, x, y);
      }
    }
    return grow(x, y, 150, SEEDS);
  }

  private void addPairs(
      int i, Pairs pairs, float[] chance, float[][] features, List<float[]> x, List<Float> y) {
    Passage passage = examples.get(i).passage;
    Set<Integer> done = new HashSet<>();
    for (int w = 0; w + 1 < passage.words(); w++) {
      int pair = pairs.of(passage.stem[w], passage.stem[w + 1]);
      if (pair >= 0 && done.add(pair)) {
        x.add(pairs.features(pair, chance, features, examples.get(i).centrality));
        y.add(rouge.get(i).has(passage.stem[w], passage.stem[w + 1]) ? 1f : 0f);
      }
    }
  }

  private Prior words(List<Integer> from) {
    PriorCounts counts = new PriorCounts();
    from.forEach(i -> counts.add(PriorCounts.words(examples.get(i).passage, rouge.get(i))));
    return counts.prior(3, 20);
  }

  private Prior pairs(List<Integer> from) {
    PriorCounts counts = new PriorCounts();
    from.forEach(i -> counts.add(PriorCounts.pairs(examples.get(i).passage, rouge.get(i))));
    return counts.prior(5, 10);
  }

  private static Trees grow(List<float[]> x, List<Float> y, int rounds, int seeds) {
    float[] all = new float[y.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = y.get(i);
    }
    List<Trees> grown = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      TreeGrower grower =
          new TreeGrower().depth(5).rate(0.09).minLeaf(100).columns(0.45).logistic();
      grown.add(grower.rounds(rounds).seed(42 + seed).grow(x.toArray(new float[0][]), all));
    }
    return Trees.mean(grown);
  }
}
