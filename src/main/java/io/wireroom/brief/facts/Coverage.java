package io.wireroom.brief.facts;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells which words of a sentence stand in which sentence (scene) of its evidence, so that the
 * scene that tells a part of it can be found: a word that few scenes have tells most.
 */
final class Coverage {

  private final TokenizedText sentence;
  private final boolean[][] has;
  private final double[] weights;

  Coverage(Claim claim, Scenes all) {
    this.sentence = claim.sentence();
    TokenizedText evidence = claim.nearby().whole();
    FactLexicon lexicon = claim.lexicon();
    Senses senses = all.senses();
    Sentences scenes = all.bounds();
    this.has = new boolean[scenes.count()][sentence.size()];
    this.weights = new double[sentence.size()];
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      int in = 0;
      for (int scene = 0; scene < has.length && TokenizedText.tells(word); scene++) {
        String number = Surroundings.number(sentence, lexicon, i);
        for (int at = scenes.from(scene); at < scenes.to(scene) && !has[scene][i]; at++) {
          has[scene][i] =
              number.isEmpty()
                  ? senses.alike(i, at)
                  : number.equals(Surroundings.number(evidence, lexicon, at))
                      || number.equals(evidence.word(at).lower());
        }
        in += has[scene][i] ? 1 : 0;
      }
      weights[i] = in == 0 ? 0 : Math.log(1 + (double) has.length / in) / Math.log(1 + has.length);
    }
  }

  /** How much of some words of the sentence a scene has; a word that no other has counts 1. */
  double shared(int scene, Set<Integer> words) {
    Set<String> seen = new HashSet<>();
    double shared = 0;
    for (int i : words) {
      if (has[scene][i] && seen.add(sentence.word(i).stem())) {
        shared += weights[i];
      }
    }
    return shared;
  }

  /** Whether a scene has a word of the sentence that no other has. */
  boolean isOnlyIn(int scene, int word) {
    return has[scene][word] && weights[word] >= 1;
  }
}
