package io.wireroom.brief.rank;

import java.util.HashMap;
import java.util.Map;

/** The distinct pairs of words that stand next to each other in a text's sentences. */
final class Pairs {

  /** How many features a pair has; their order is part of the fitted model. */
  static final int COUNT = 21;

  private static final int LAST_SENTENCE = 60;

  private final Passage passage;
  private final Prior prior;
  private final Map<Long, Integer> byStems = new HashMap<>();
  private final int[] firstAt;
  private final int[] count;
  private final int[] sentences;

  Pairs(Passage passage, Prior prior) {
    this.passage = passage;
    this.prior = prior;
    int words = passage.words();
    this.firstAt = new int[words];
    this.count = new int[words];
    this.sentences = new int[words];
    int[] lastSentence = new int[words];
    for (int w = 0; w + 1 < words; w++) {
      int sentence = passage.sentenceOf[w];
      if (passage.sentenceOf[w + 1] != sentence) {
        continue;
      }
      long key = key(passage.stem[w], passage.stem[w + 1]);
      Integer known = byStems.get(key);
      int pair = known == null ? byStems.size() : known;
      if (known == null) {
        byStems.put(key, pair);
        firstAt[pair] = w;
      }
      count[pair]++;
      if (lastSentence[pair] != sentence + 1) {
        sentences[pair]++;
        lastSentence[pair] = sentence + 1;
      }
    }
  }

  int size() {
    return byStems.size();
  }

  /** The pair's number, or -1 when the text has no such pair. */
  int of(int first, int second) {
    Integer pair = byStems.get(key(first, second));
    return pair == null ? -1 : pair;
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  /**
   * What the pair model looks at.
   *
   * @param chance by stem: how likely a summary has it
   * @param words by stem: its {@link WordFeatures}
   */
  float[] features(int pair, float[] chance, float[][] words, Centrality centrality) {
    int w = firstAt[pair];
    int s = passage.sentenceOf[w];
    int a = passage.stem[w];
    int b = passage.stem[w + 1];
    int hash = Prior.hash(passage.stemText(w), passage.stemText(w + 1));
    boolean number = passage.is(w, Passage.NUMBER) || passage.is(w + 1, Passage.NUMBER);
    return new float[] {
      count[pair],
      Math.min(s, LAST_SENTENCE),
      w - passage.firstWord[s],
      chance[a],
      chance[b],
      chance[a] * chance[b],
      flags(!passage.isContent(w), !passage.isContent(w + 1)),
      flags(passage.is(w, Passage.CAPITAL), passage.is(w + 1, Passage.CAPITAL)),
      passage.start[w + 1] - passage.end[w],
      number ? 1 : 0,
      count[pair] / words[a][0],
      count[pair] / words[b][0],
      words[a][8],
      words[b][8],
      passage.is(w, Passage.QUOTED) ? 1 : 0,
      centrality.textRank[s],
      passage.words(),
      words[a][6] + words[b][6],
      sentences[pair],
      prior.share(hash),
      prior.seen(hash)
    };
  }

  private static int flags(boolean first, boolean second) {
    return (first ? 1 : 0) + (second ? 2 : 0);
  }
}
