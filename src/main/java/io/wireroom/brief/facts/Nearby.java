package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of a long evidence that a sentence is about. In a whole article almost every number,
 * name and "not" can be found somewhere, so a fact proves something only where it is told: in the
 * few sentences that share most of the claim's words.
 *
 * @param close those sentences, in reading order
 * @param wide the same with what stands before them, where names stand that they only point at
 * @param whole all of the evidence
 * @param aside indexes of the words of the close part whose sentence has little of the claim
 */
record Nearby(TokenizedText close, TokenizedText wide, TokenizedText whole, Set<Integer> aside) {

  /** A sentence with less than this share of the words of the best one is about something else. */
  private static final double ALIKE = 0.5;

  /** Unless the claim has this share of its own words. */
  private static final double COVERED = 0.33;

  private static final int MOST_SENTENCES = 4;

  /** How many sentences before may name whom a pronoun means. */
  private static final int LOOK_BACK = 3;

  private static final Set<String> POINTERS =
      Set.of(
          "he", "she", "they", "his", "her", "their", "him", "them", "it", "its", "we", "i", "my");

  /** A sentence that brings less than this share of the claim's weight is not needed. */
  private static final double LEAST_GAIN = 0.08;

  private static final double FOR_MATCH = 0.35;

  static Nearby of(TokenizedText claim, TokenizedText evidence) {
    if (evidence.isShort()) {
      return new Nearby(evidence, evidence, evidence, aside(claim, evidence));
    }
    int count = evidence.sentences().count();
    List<Set<String>> stems = new ArrayList<>();
    Map<String, Integer> frequency = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Set<String> own = telling(evidence.sentence(i));
      own.retainAll(claim.contentStems());
      stems.add(own);
      own.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
    }
    Map<String, Double> weights = new HashMap<>();
    frequency.forEach((stem, often) -> weights.put(stem, Math.log(1 + (double) count / often)));
    TreeSet<Integer> chosen = choose(stems, weights);
    TreeSet<Integer> before = new TreeSet<>();
    for (int sentence : chosen) {
      int back = points(evidence, sentence) ? LOOK_BACK : 1;
      for (int i = Math.max(0, sentence - back); i <= sentence; i++) {
        before.add(i);
      }
    }
    before.add(0);
    return new Nearby(part(evidence, chosen), part(evidence, before), evidence, Set.of());
  }

  private static Set<Integer> aside(TokenizedText claim, TokenizedText evidence) {
    Set<String> words = telling(claim.words());
    Sentences sentences = evidence.sentences();
    double[] shared = new double[sentences.count()];
    boolean[] covered = new boolean[sentences.count()];
    double best = 0;
    for (int i = 0; i < shared.length; i++) {
      Set<String> own = telling(evidence.sentence(i));
      double size = own.size();
      own.retainAll(words);
      covered[i] = own.size() >= COVERED * size;
      shared[i] = own.size();
      best = Math.max(best, shared[i]);
    }
    Set<Integer> aside = new HashSet<>();
    for (int i = 0; i < shared.length; i++) {
      boolean little = shared[i] < ALIKE * best && !covered[i];
      for (int at = sentences.from(i); little && at < sentences.to(i); at++) {
        aside.add(at);
      }
    }
    return aside;
  }

  /** Stems of the words that say something, and numbers. */
  private static Set<String> telling(List<Word> words) {
    return words.stream()
        .filter(TokenizedText::tells)
        .map(Word::stem)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether the sentence of a close word speaks of what the claim speaks of. */
  boolean speaksOf(int closeIndex) {
    return !aside.contains(closeIndex);
  }

  /**
   * Whether the evidence is so short that all of it is close: then the same word, here and there,
   * is said of the same, and what is missing was left out.
   */
  boolean isAll() {
    return close == whole;
  }

  private static TreeSet<Integer> choose(List<Set<String>> stems, Map<String, Double> weights) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    TreeSet<Integer> chosen = new TreeSet<>();
    Set<String> covered = new HashSet<>();
    while (chosen.size() < MOST_SENTENCES) {
      int best = -1;
      double most = 0;
      double gained = 0;
      for (int i = 0; i < stems.size(); i++) {
        if (chosen.contains(i)) {
          continue;
        }
        double match = 0;
        double gain = 0;
        for (String stem : stems.get(i)) {
          double weight = weights.getOrDefault(stem, 0.0);
          match += weight;
          gain += covered.contains(stem) ? 0 : weight;
        }
        if (gain + FOR_MATCH * match > most) {
          most = gain + FOR_MATCH * match;
          gained = gain;
          best = i;
        }
      }
      if (best < 0 || (!chosen.isEmpty() && gained < LEAST_GAIN * all)) {
        break;
      }
      chosen.add(best);
      covered.addAll(stems.get(best));
    }
    return chosen;
  }

  /** Whether a sentence only points at somebody: "he said". */
  private static boolean points(TokenizedText evidence, int sentence) {
    return evidence.sentence(sentence).stream().anyMatch(word -> POINTERS.contains(word.lower()));
  }

  private static TokenizedText part(TokenizedText evidence, Set<Integer> chosen) {
    Sentences sentences = evidence.sentences();
    return TokenizedText.of(
        chosen.stream()
            .map(i -> evidence.slice(sentences.from(i), sentences.to(i)))
            .collect(Collectors.joining("\n")));
  }
}
