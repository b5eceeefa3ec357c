package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds "X said" in a sentence to its evidence: the same speaker must speak there, and a verb that
 * judges (admitted, denied, claimed) must be the source's own.
 */
final class AttributionFacts {

  private static final int SUBJECT_WORDS = 12;
  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "who", "we", "i");
  private static final Set<String> STOPS = Set.of(".", "!", "?", ";", ":");
  private static final Set<String> QUOTE_ENDS = Set.of("\"", "\u201d", "\u2019", "'", ",", "\u00bb");

  private final Passage sentence;
  private final Passage evidence;
  private final Lexicon lexicon;

  private AttributionFacts(Passage sentence, Passage evidence, Lexicon lexicon) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
  }

  static List<Objection> check(Passage sentence, Passage evidence, Lexicon lexicon) {
    AttributionFacts facts = new AttributionFacts(sentence, evidence, lexicon);
    List<Objection> objections = new ArrayList<>();
    facts.loadedVerbs(objections);
    facts.speakers(objections);
    return objections;
  }

  private void loadedVerbs(List<Objection> objections) {
    List<Lexicon.Hit> there = lexicon.hits("say-loaded", evidence);
    for (Lexicon.Hit verb : lexicon.hits("say-loaded", sentence)) {
      if (there.stream().noneMatch(verb::in)) {
        objections.add(
            new Objection(
                Kind.ATTRIBUTION,
                sentence.slice(verb.from(), verb.to()),
                "the evidence does not put it so"));
      }
    }
  }

  private void speakers(List<Objection> objections) {
    Set<String> there = new HashSet<>();
    for (Lexicon.Hit verb : verbs(evidence)) {
      there.addAll(speaker(evidence, verb));
    }
    for (Lexicon.Hit verb : verbs(sentence)) {
      Set<String> speaker = speaker(sentence, verb);
      boolean named = !speaker.isEmpty() && speaker.stream().noneMatch(PRONOUNS::contains);
      if (named && isReport(verb) && speaker.stream().noneMatch(there::contains)) {
        objections.add(
            new Objection(
                Kind.ATTRIBUTION,
                String.join(" ", speaker),
                there.isEmpty()
                    ? "the evidence attributes nothing to anybody"
                    : "in the evidence somebody else says it"));
      }
    }
  }

  /** Nouns such as "a report" or "a warning" are not somebody speaking. */
  private boolean isReport(Lexicon.Hit verb) {
    @Nullable String before = verb.from() > 0 ? sentence.word(verb.from() - 1).lower() : null;
    return before == null
        || !Set.of("a", "the", "this", "its", "their", "new", "of", "annual", "to", "not", "was",
                "were", "be", "been", "is", "are", "being", "for", "in", "no")
            .contains(before);
  }

  private List<Lexicon.Hit> verbs(Passage passage) {
    List<Lexicon.Hit> verbs = new ArrayList<>(lexicon.hits("say-neutral", passage));
    verbs.addAll(lexicon.hits("say-loaded", passage));
    return verbs;
  }

  /**
   * Content words of whoever speaks: before the verb, or after it where the verb follows a quotation
   * ("…", said Ida Renn) or is "according to".
   */
  private static Set<String> speaker(Passage passage, Lexicon.Hit verb) {
    boolean after =
        passage.at(verb.from(), "according")
            || passage.at(verb.to(), "by")
            || verb.from() > 0 && QUOTE_ENDS.contains(passage.word(verb.from() - 1).text())
                && !isApposition(passage, verb.from());
    return after ? wordsAfter(passage, verb.to()) : wordsBefore(passage, verb.from());
  }

  /** "Ida Renn, the harbour master, said": the comma closes a description, not a quotation. */
  private static boolean isApposition(Passage passage, int verb) {
    if (!passage.at(verb - 1, ",")) {
      return false;
    }
    for (int i = verb - 2; i > 0 && i > verb - SUBJECT_WORDS; i--) {
      if (passage.at(i, ",")) {
        return passage.word(i - 1).capital();
      }
    }
    return false;
  }

  private static Set<String> wordsBefore(Passage passage, int verb) {
    Set<String> words = new HashSet<>();
    for (int i = verb - 1; i >= 0 && i > verb - SUBJECT_WORDS; i--) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.text().equals("\u201d") || word.is("but")) {
        break;
      }
      add(words, word);
    }
    return words;
  }

  private static Set<String> wordsAfter(Passage passage, int from) {
    Set<String> words = new HashSet<>();
    for (int i = from; i < passage.size() && i < from + SUBJECT_WORDS; i++) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.text().equals("\u201c") || word.is("that")) {
        break;
      }
      add(words, word);
    }
    return words;
  }

  private static void add(Set<String> words, Word word) {
    if (Passage.isContent(word)) {
      words.add(word.stem());
    } else if (PRONOUNS.contains(word.lower())) {
      words.add(word.lower());
    }
  }
}
