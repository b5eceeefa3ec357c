package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fits the chances of words and pairs. The pair model learns from chances that the word model gives
 * to articles it has not seen, as it will in use; so the word model is fitted several times.
 */
final class ChanceFit {

  private static final int INNER_FOLDS = 4;

  private final List<Example> examples;
  private final List<Rouge> rouge;
  private final List<Integer> rows;
  private final int buckets;

  ChanceFit(List<Example> examples, List<Rouge> rouge, List<Integer> rows, int buckets) {
    this.examples = examples;
    this.rouge = rouge;
    this.rows = rows;
    this.buckets = buckets;
  }

  ChanceModel model() {
    return new ChanceModel(wordTrees(rows), pairTrees(), count(rows).prior());
  }

  private Trees wordTrees(List<Integer> from) {
    Counts counts = count(from);
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    for (int i : from) {
      Passage passage = examples.get(i).passage;
      // An article must not see its own answer in the counts.
      Prior others = counts.add(i, -1).prior();
      counts.add(i, 1);
      float[][] features = WordFeatures.of(passage, new Centrality(passage), others);
      for (int stem = 0; stem < features.length; stem++) {
        x.add(features[stem]);
        y.add(rouge.get(i).has(stem) ? 1f : 0f);
      }
    }
    return grower().rounds(150).grow(x.toArray(new float[0][]), floats(y));
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
      Prior prior = count(from).prior();
      Trees words = wordTrees(from);
      for (int k = fold; k < rows.size(); k += INNER_FOLDS) {
        addPairs(rows.get(k), words, prior, x, y);
      }
    }
    return grower().rounds(120).grow(x.toArray(new float[0][]), floats(y));
  }

  private void addPairs(int i, Trees words, Prior prior, List<float[]> x, List<Float> y) {
    Passage passage = examples.get(i).passage;
    Centrality centrality = new Centrality(passage);
    float[][] features = WordFeatures.of(passage, centrality, prior);
    float[] chance = new float[features.length];
    for (int stem = 0; stem < chance.length; stem++) {
      chance[stem] = (float) words.probability(features[stem]);
    }
    Pairs pairs = new Pairs(passage);
    Set<Integer> done = new HashSet<>();
    for (int w = 0; w + 1 < passage.words(); w++) {
      int pair = pairs.of(passage.stem[w], passage.stem[w + 1]);
      if (pair >= 0 && done.add(pair)) {
        x.add(pairs.features(pair, chance, features, centrality));
        y.add(rouge.get(i).has(passage.stem[w], passage.stem[w + 1]) ? 1f : 0f);
      }
    }
  }

  /** What was kept and seen by hash of a stem, over some articles. */
  private final class Counts {
    private final int[] kept = new int[buckets];
    private final int[] seen = new int[buckets];
    private long keptInAll;
    private long seenInAll;

    private Counts add(int article, int times) {
      Passage passage = examples.get(article).passage;
      boolean[] done = new boolean[passage.stems];
      for (int w = 0; w < passage.words(); w++) {
        int stem = passage.stem[w];
        if (!done[stem]) {
          done[stem] = true;
          int bucket = Prior.bucket(passage.stemText(w), buckets);
          int hit = rouge.get(article).has(stem) ? times : 0;
          kept[bucket] += hit;
          seen[bucket] += times;
          keptInAll += hit;
          seenInAll += times;
        }
      }
      return this;
    }

    private Prior prior() {
      return new Prior(kept.clone(), seen.clone(), (float) keptInAll / seenInAll);
    }
  }

  private Counts count(List<Integer> from) {
    Counts counts = new Counts();
    from.forEach(i -> counts.add(i, 1));
    return counts;
  }

  private static TreeGrower grower() {
    return new TreeGrower().depth(5).rate(0.1).minLeaf(100).logistic();
  }

  private static float[] floats(List<Float> values) {
    float[] all = new float[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get(i);
    }
    return all;
  }
}
