package io.wireroom.brief.rank;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts in how many articles, and in how many of their summaries, each word or pair stands. */
final class PriorCounts {

  /** The words or pairs of one article, each once: its hash, and whether the summary has it. */
  record Once(int[] hashes, boolean[] kept) {}

  private final Map<Integer, int[]> keptAndSeen = new HashMap<>();
  private long kept;
  private long seen;

  void add(Once article) {
    for (int i = 0; i < article.hashes.length; i++) {
      int[] counts = keptAndSeen.computeIfAbsent(article.hashes[i], hash -> new int[2]);
      int hit = article.kept[i] ? 1 : 0;
      counts[0] += hit;
      counts[1]++;
      kept += hit;
      seen++;
    }
  }

  /**
   * @param fewest articles that a word or pair must stand in to be known
   * @param smoothing as in {@link Prior}
   */
  Prior prior(int fewest, float smoothing) {
    TreeMap<Integer, int[]> known = new TreeMap<>(keptAndSeen);
    known.values().removeIf(counts -> counts[1] < fewest);
    return new Prior(
        known.keySet().stream().mapToInt(hash -> hash).toArray(),
        known.values().stream().mapToInt(counts -> counts[0]).toArray(),
        known.values().stream().mapToInt(counts -> counts[1]).toArray(),
        (float) kept / seen,
        smoothing);
  }

  static Once words(Passage passage, Rouge rouge) {
    Map<Integer, Boolean> once = new HashMap<>();
    for (int w = 0; w < passage.words(); w++) {
      once.merge(Prior.hash(passage.stemText(w)), rouge.has(passage.stem[w]), Boolean::logicalOr);
    }
    return once(once);
  }

  static Once pairs(Passage passage, Rouge rouge) {
    Map<Integer, Boolean> once = new HashMap<>();
    for (int w = 0; w + 1 < passage.words(); w++) {
      if (passage.sentenceOf[w] == passage.sentenceOf[w + 1]) {
        once.merge(
            Prior.hash(passage.stemText(w), passage.stemText(w + 1)),
            rouge.has(passage.stem[w], passage.stem[w + 1]),
            Boolean::logicalOr);
      }
    }
    return once(once);
  }

  private static Once once(Map<Integer, Boolean> once) {
    int[] hashes = once.keySet().stream().mapToInt(hash -> hash).sorted().toArray();
    boolean[] kept = new boolean[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      kept[i] = once.getOrDefault(hashes[i], false);
    }
    return new Once(hashes, kept);
  }
}
