package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Tells which sentences speak of somebody without a name ("he", "the company", "the manufacturer"):
 * these are about whoever the sentences before are about.
 */
final class Pointers {

  private static final Set<String> POINTERS =
      Set.of("he", "she", "they", "his", "her", "their", "it", "its", "this", "that", "these");

  private static final Set<String> DEFINITE =
      Set.of("the", "this", "these", "those", "he", "she", "they", "it", "its", "his", "her");

  private static final Set<String> PERSONS = Set.of("he", "she", "his", "her");

  /** Nouns that stand for whoever was named in the sentence before. */
  private static final Set<String> GENERIC =
      TokenizedText.of("company firm group agency ministry authority court team club two pair")
          .contentStems();

  private final TokenizedText evidence;
  private final FactLexicon lexicon;
  private final Sentences scenes;

  Pointers(TokenizedText evidence, FactLexicon lexicon, Sentences scenes) {
    this.evidence = evidence;
    this.lexicon = lexicon;
    this.scenes = scenes;
  }

  /** Whether a sentence only points at whoever is in it, or names nobody. */
  boolean pointsBack(int scene) {
    boolean points = false;
    for (int i = scenes.from(scene); i < scenes.to(scene); i++) {
      Word word = evidence.word(i);
      points |= POINTERS.contains(word.lower()) || GENERIC.contains(word.stem());
      if (Name.isPart(evidence, lexicon, i)) {
        return points;
      }
    }
    return points;
  }

  /** Whether a sentence names nobody and is about "the manufacturer". */
  boolean isAboutThe(int scene) {
    return DEFINITE.contains(evidence.word(scenes.from(scene)).lower()) && !names(scene);
  }

  /** Whether a sentence opens with he or she, or with what is theirs. */
  boolean opensWithPerson(int scene) {
    return PERSONS.contains(evidence.word(scenes.from(scene)).lower());
  }

  /** Whether a name stands in a sentence. */
  boolean names(int scene) {
    for (int i = scenes.from(scene); i < scenes.to(scene); i++) {
      if (Name.isPart(evidence, lexicon, i)) {
        return true;
      }
    }
    return false;
  }
}
