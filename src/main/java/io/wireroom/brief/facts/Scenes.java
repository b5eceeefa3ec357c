package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells in which sentences of some evidence somebody is, since what these tell is told of them. The
 * sentences, and their parts between semicolons, are scenes; somebody is in one by name, by what
 * the name is called elsewhere ("the minister"), or by a pronoun that points to the sentence
 * before.
 */
final class Scenes {

  /** In how many words of a sentence its subject stands. */
  private static final int SUBJECT_WORDS = 5;

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final FactLexicon lexicon;
  private final Senses senses;
  private final List<FactLexicon.Hit> verbs;
  private final Sentences scenes;
  private final Pointers pointers;

  Scenes(Claim claim) {
    this.sentence = claim.sentence();
    this.evidence = claim.nearby().whole();
    this.lexicon = claim.lexicon();
    this.senses = new Senses(sentence, evidence, lexicon);
    this.verbs = SpeechVerbs.in(evidence, lexicon);
    this.scenes = evidence.sentences().dividedAt(";", evidence);
    this.pointers = new Pointers(evidence, lexicon, scenes);
  }

  /** Compares the words of the sentence with those of all scenes. */
  Senses senses() {
    return senses;
  }

  /** Where they begin and end. */
  Sentences bounds() {
    return scenes;
  }

  /** Where a participant is. */
  Set<Integer> with(Participant participant) {
    Set<Integer> with = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (int at = 0; at < evidence.size(); at++) {
      if (is(participant, at)) {
        with.add(scenes.at(at));
        called.addAll(namesAround(at));
      }
    }
    for (int at = 0; at < evidence.size(); at++) {
      if (evidence.word(at).capital() && called.contains(evidence.word(at).lower())) {
        with.add(scenes.at(at));
      }
    }
    for (int scene = 1; scene < scenes.count(); scene++) {
      if ((!participant.speaks() || !hasSpeaker(scene)) && isOfThoseBefore(scene, with)) {
        with.add(scene);
      }
    }
    if (!participant.speaks()) {
      addOtherParts(with);
    }
    return with;
  }

  /** Whether a noun stands where somebody may speak: before a verb of saying, or as a subject. */
  boolean maySpeak(Participant participant) {
    List<FactLexicon.Hit> speech = new ArrayList<>(verbs);
    for (String section : List.of("say-wide", "say-act")) {
      speech.addAll(lexicon.hits(section, evidence));
    }
    Set<Integer> speakers = new HashSet<>();
    for (FactLexicon.Hit verb : speech) {
      for (Word word : Speakers.words(evidence, verb)) {
        speakers.add(evidence.words().indexOf(word));
      }
    }
    for (int start : scenes.starts()) {
      for (int i = start; i < Math.min(evidence.size(), start + SUBJECT_WORDS); i++) {
        speakers.add(i);
      }
    }
    return speakers.stream().anyMatch(at -> is(participant, at));
  }

  private boolean isOfThoseBefore(int scene, Set<Integer> with) {
    return (with.contains(scene - 1) && pointers.pointsBack(scene))
        || (pointers.isAboutThe(scene)
            && !(pointers.opensWithPerson(scene) && pointers.names(scene - 1))
            && (with.contains(scene - 2) || with.contains(scene - 3)));
  }

  /** Who is in one part of a sentence may be meant in the other. */
  private void addOtherParts(Set<Integer> with) {
    for (int scene = 1; scene < scenes.count(); scene++) {
      if (evidence.at(scenes.from(scene) - 1, ";")
          && (with.contains(scene) || with.contains(scene - 1))) {
        with.add(scene);
        with.add(scene - 1);
      }
    }
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
  private Set<String> namesAround(int at) {
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

  private boolean hasSpeaker(int scene) {
    return verbs.stream()
        .filter(verb -> verb.from() >= scenes.from(scene) && verb.from() < scenes.to(scene))
        .anyMatch(this::isByName);
  }

  /** Whether whoever speaks by a verb is more than a pronoun. */
  private boolean isByName(FactLexicon.Hit verb) {
    List<Word> words = Speakers.words(evidence, verb);
    int nearest = Speakers.speaksAfter(evidence, verb) ? 0 : words.size() - 1;
    return !words.isEmpty() && !Speakers.PRONOUNS.contains(words.get(nearest).lower());
  }
}
