package io.wireroom.brief;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sentences of some evidence, each with who is in it: by name, by what the name is called
 * elsewhere ("the minister"), or by a pronoun that points to the sentence before.
 */
final class Scenes {

  private static final Set<String> POINTERS =
      Set.of("he", "she", "they", "his", "her", "their", "it", "its", "this", "that", "these");

  private static final Set<String> DEFINITE =
      Set.of("the", "this", "these", "those", "he", "she", "they", "it", "its", "his", "her");

  /** Nouns that stand for whoever was named in the sentence before. */
  private static final Set<String> GENERIC =
      TokenizedText.of("company firm group agency ministry authority court team club two pair")
          .contentStems();

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final FactLexicon lexicon;
  private final Senses senses;
  private final List<FactLexicon.Hit> verbs;
  private final List<Integer> starts;
  private final double[] weights;
  private final boolean[][] has;

  Scenes(TokenizedText sentence, TokenizedText evidence, FactLexicon lexicon) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
    this.senses = new Senses(sentence, evidence, lexicon);
    this.verbs = SpeechVerbs.in(evidence, lexicon);
    this.starts = starts(evidence);
    this.has = new boolean[starts.size()][sentence.size()];
    this.weights = new double[sentence.size()];
    for (int i = 0; i < sentence.size(); i++) {
      int in = 0;
      for (int scene = 0; scene < starts.size() && tells(sentence.word(i)); scene++) {
        has[scene][i] = stands(scene, i);
        in += has[scene][i] ? 1 : 0;
      }
      weights[i] =
          in == 0 ? 0 : Math.log(1 + (double) starts.size() / in) / Math.log(1 + starts.size());
    }
  }

  int size() {
    return starts.size();
  }

  /**
   * How much of some words of the sentence a sentence of the evidence has; a word told nowhere else
   * counts 1.
   */
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

  boolean has(int scene, int word) {
    return has[scene][word];
  }

  /** 1 for a word of the sentence that one sentence of the evidence has, less the more have it. */
  double weight(int word) {
    return weights[word];
  }

  /** Where a participant is. */
  Set<Integer> with(Participant participant) {
    Set<Integer> scenes = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (int scene = 0; scene < starts.size(); scene++) {
      for (int at = starts.get(scene); at < end(scene); at++) {
        if (is(participant, at)) {
          scenes.add(scene);
          called.addAll(names(at));
        }
      }
    }
    for (int scene = 0; scene < starts.size(); scene++) {
      for (int at = starts.get(scene); at < end(scene); at++) {
        if (called.contains(evidence.word(at).lower()) && evidence.word(at).capital()) {
          scenes.add(scene);
        }
      }
      boolean goesOn = !participant.speaks() || !hasSpeaker(scene);
      if (scenes.contains(scene - 1) && goesOn && pointsBack(scene)) {
        scenes.add(scene);
      }
      if (goesOn
          && isAboutThe(scene)
          && (scenes.contains(scene - 2) || scenes.contains(scene - 3))) {
        scenes.add(scene);
      }
    }
    if (!participant.speaks()) {
      for (int scene = 1; scene < starts.size(); scene++) {
        // Parts of one sentence: who is in one of them may be meant in the other.
        if (evidence.at(starts.get(scene) - 1, ";")
            && (scenes.contains(scene) || scenes.contains(scene - 1))) {
          scenes.add(scene);
          scenes.add(scene - 1);
        }
      }
    }
    return scenes;
  }

  private boolean is(Participant participant, int at) {
    for (int head : participant.heads()) {
      Word word = sentence.word(head);
      boolean same =
          word.lower().equals(evidence.word(at).lower())
              || (word.capital() && Aliases.isDerived(word.lower(), evidence.word(at).lower()))
              || ((!word.capital() || word.opens()) && isSameNoun(head, at))
              || lexicon.at("people", sentence, head).in(lexicon.at("people", evidence, at));
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** Alike, and not only by its stem: "federal" is no federation. */
  private boolean isSameNoun(int head, int at) {
    Word here = sentence.word(head);
    Word there = evidence.word(at);
    return here.stem().equals(there.stem())
        ? Math.abs(here.lower().length() - there.lower().length()) <= 2
        : senses.alike(head, at);
  }

  /** The names next to a word by which somebody is called. */
  private Set<String> names(int at) {
    Set<String> names = new HashSet<>();
    for (int i = Math.max(0, at - 2); i < Math.min(evidence.size(), at + 5); i++) {
      if (Name.isPart(evidence, lexicon, i)
          && evidence.word(i).clause() >= evidence.word(at).clause() - 1
          && evidence.word(i).clause() <= evidence.word(at).clause() + 1) {
        names.add(evidence.word(i).lower());
      }
    }
    return names;
  }

  /** Whether a sentence only points at whoever is in it, or names nobody. */
  private boolean pointsBack(int scene) {
    boolean points = false;
    for (int i = starts.get(scene); i < end(scene); i++) {
      Word word = evidence.word(i);
      points |= POINTERS.contains(word.lower()) || GENERIC.contains(word.stem());
      if (Name.isPart(evidence, lexicon, i)) {
        return points;
      }
    }
    return points;
  }

  /** Whether a sentence names nobody and is about "the manufacturer". */
  private boolean isAboutThe(int scene) {
    boolean definite = DEFINITE.contains(evidence.word(starts.get(scene)).lower());
    for (int i = starts.get(scene); i < end(scene); i++) {
      definite &= !Name.isPart(evidence, lexicon, i);
    }
    return definite;
  }

  private boolean hasSpeaker(int scene) {
    return verbs.stream()
        .filter(verb -> verb.from() >= starts.get(scene) && verb.from() < end(scene))
        .map(verb -> Speakers.words(evidence, verb))
        .anyMatch(
            words ->
                !words.isEmpty()
                    && !Speakers.PRONOUNS.contains(words.get(0).lower())
                    && !Speakers.PRONOUNS.contains(words.get(words.size() - 1).lower()));
  }

  private static List<Integer> starts(TokenizedText evidence) {
    Set<Integer> starts = new TreeSet<>(evidence.sentenceStarts());
    for (int i = 0; i + 1 < evidence.size(); i++) {
      if (evidence.at(i, ";")) {
        starts.add(i + 1);
      }
    }
    return List.copyOf(starts);
  }

  private boolean stands(int scene, int i) {
    String number = Surroundings.number(sentence, lexicon, i);
    for (int at = starts.get(scene); at < end(scene); at++) {
      boolean same =
          number.isEmpty()
              ? senses.alike(i, at)
              : number.equals(Surroundings.number(evidence, lexicon, at))
                  || number.equals(evidence.word(at).lower());
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(Word word) {
    return word.isNumber() || TokenizedText.isContent(word);
  }

  private int end(int scene) {
    return scene + 1 < starts.size() ? starts.get(scene + 1) : evidence.size();
  }
}
