package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    List<Integer> starts = evidence.sentenceStarts();
    List<Set<String>> stems = new ArrayList<>();
    Map<String, Integer> frequency = new HashMap<>();
    for (int i = 0; i < starts.size(); i++) {
      Set<String> own = new HashSet<>();
      for (int word = starts.get(i); word < end(evidence, starts, i); word++) {
        if (TokenizedText.tells(evidence.word(word))) {
          own.add(evidence.word(word).stem());
        }
      }
      own.retainAll(claim.contentStems());
      stems.add(own);
      own.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
    }
    Map<String, Double> weights = new HashMap<>();
    frequency.forEach(
        (stem, count) -> weights.put(stem, Math.log(1 + (double) starts.size() / count)));
    TreeSet<Integer> chosen = choose(stems, weights);
    TreeSet<Integer> before = new TreeSet<>();
    for (int sentence : chosen) {
      int back = points(evidence, starts, sentence) ? LOOK_BACK : 1;
      for (int i = Math.max(0, sentence - back); i <= sentence; i++) {
        before.add(i);
      }
    }
    before.add(0);
    return new Nearby(
        part(evidence, starts, chosen), part(evidence, starts, before), evidence, Set.of());
  }

  private static Set<Integer> aside(TokenizedText claim, TokenizedText evidence) {
    Set<String> words = new HashSet<>();
    claim.words().stream().filter(TokenizedText::tells).forEach(word -> words.add(word.stem()));
    List<Integer> starts = evidence.sentenceStarts();
    double[] shared = new double[starts.size()];
    boolean[] covered = new boolean[starts.size()];
    double best = 0;
    for (int i = 0; i < shared.length; i++) {
      Set<String> own = new HashSet<>();
      evidence.words().subList(starts.get(i), end(evidence, starts, i)).stream()
          .filter(TokenizedText::tells)
          .forEach(word -> own.add(word.stem()));
      double size = own.size();
      own.retainAll(words);
      covered[i] = own.size() >= COVERED * size;
      shared[i] = own.size();
      best = Math.max(best, shared[i]);
    }
    Set<Integer> aside = new HashSet<>();
    for (int i = 0; i < shared.length; i++) {
      boolean little = shared[i] < ALIKE * best && !covered[i];
      for (int at = starts.get(i); little && at < end(evidence, starts, i); at++) {
        aside.add(at);
      }
    }
    return aside;
  }

  /** Whether the sentence of a close word speaks of what the claim speaks of. */
  boolean speaksOf(int closeIndex) {
    return !aside.contains(closeIndex);
  }

  /** Whether the evidence is so short that all of it is close. */
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
  private static boolean points(TokenizedText evidence, List<Integer> starts, int sentence) {
    for (int i = starts.get(sentence); i < end(evidence, starts, sentence); i++) {
      if (POINTERS.contains(evidence.word(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static TokenizedText part(
      TokenizedText evidence, List<Integer> starts, Set<Integer> sentences) {
    StringBuilder text = new StringBuilder();
    for (int i : sentences) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(evidence.slice(starts.get(i), end(evidence, starts, i)));
    }
    return TokenizedText.of(text.toString());
  }

  private static int end(TokenizedText evidence, List<Integer> starts, int sentence) {
    return sentence + 1 < starts.size() ? starts.get(sentence + 1) : evidence.size();
  }
}
