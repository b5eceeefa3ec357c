package io.wireroom.brief.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around some words of a passage, within their clause. It tells which of two numbers
 * (or of two opposites) in the evidence a sentence means: the one with more of the same words
 * around it.
 *
 * @param weights stems of the content words, and numbers in digits, with how much each says: the
 *     nearer the more
 */
record Surroundings(Map<String, Double> weights) {

  private static final int REACH = 6;

  /** By how much another place must fit better to be sure that it is the one meant. */
  private static final double MARGIN = 0.75;

  static Surroundings of(TokenizedText passage, FactLexicon lexicon, int from, int to) {
    int own = passage.word(from).clause();
    Map<String, Double> weights = around(passage, lexicon, from, to, own);
    // A clause such as ", down 5.5%," says nothing of what it is about: look beyond it.
    return new Surroundings(weights.isEmpty() ? around(passage, lexicon, from, to, -1) : weights);
  }

  private static Map<String, Double> around(
      TokenizedText passage, FactLexicon lexicon, int from, int to, int clause) {
    Map<String, Double> weights = new HashMap<>();
    for (int i = Math.max(0, from - REACH); i < Math.min(passage.size(), to + REACH); i++) {
      Word word = passage.word(i);
      if ((i >= from && i < to) || (clause >= 0 && word.clause() != clause)) {
        continue;
      }
      double weight = Math.min(1, 2.0 / (i < from ? from - i : i - to + 1));
      String number = number(passage, lexicon, i);
      if (!number.isEmpty()) {
        weights.merge(number, 2 * weight, Math::max);
      } else if (TokenizedText.tells(word)) {
        weights.merge(word.stem(), word.isNumber() ? 2 * weight : weight, Math::max);
      }
    }
    return weights;
  }

  static String number(TokenizedText passage, FactLexicon lexicon, int index) {
    for (String section : List.of("number-words", "ordinals")) {
      FactLexicon.Hit hit = lexicon.at(section, passage, index);
      if (!hit.groups().isEmpty()) {
        return lexicon.value(section, hit.groups().iterator().next());
      }
    }
    return "";
  }

  /** How much of this is also there. */
  double shared(Surroundings other) {
    return weights.entrySet().stream()
        .filter(word -> other.weights.containsKey(word.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Whether this clearly fits the other place better than the own one. */
  static boolean fitsBetter(double other, double own) {
    return other >= own + MARGIN;
  }
}
