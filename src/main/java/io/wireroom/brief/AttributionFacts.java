package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds "X said" in a sentence to its evidence: the same speaker must speak there, and a verb that
 * judges (admitted, denied, claimed) must be the source's own.
 */
final class AttributionFacts {

  private static final int SUBJECT_WORDS = 12;
  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "who", "we", "i");

  /** Stems of words that stand for whoever speaks in the evidence. */
  private static final Set<String> ANYBODY =
      Passage.of(
              "company firm business spokesman spokeswoman spokesperson statement report study"
                  + " researcher scientist author")
          .contentStems();

  private static final Set<String> PLACES = Set.of("in", "at", "from", "near", "on");
  private static final Set<String> STOPS = Set.of(".", "!", "?", ";", ":");
  private static final Set<String> QUOTE_ENDS = Set.of("\"", "\u201d", "\u2019", "'", "\u00bb");

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
    List<Lexicon.Hit> verbs = verbs(evidence);
    for (Lexicon.Hit verb : verbs) {
      there.addAll(candidates(evidence, verb));
    }
    if (verbs.isEmpty()) {
      there.addAll(subject());
    }
    for (Lexicon.Hit verb : verbs(sentence)) {
      Set<String> speaker = speaker(sentence, verb);
      if (!speaker.isEmpty() && isReport(verb) && !speaks(speaker, there)) {
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

  /** Who the evidence begins with: "Police are treating it as" is as good as "police say". */
  private Set<String> subject() {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < Math.min(evidence.size(), SUBJECT_WORDS / 2); i++) {
      add(words, evidence.word(i));
    }
    return words;
  }

  /** Whether the evidence may have this speaker: all parts of the name, or the noun it ends with. */
  private boolean speaks(Set<String> speaker, Set<String> there) {
    if (speaker.stream().anyMatch(word -> PRONOUNS.contains(word) || ANYBODY.contains(word))) {
      return !there.isEmpty();
    }
    List<Word> words =
        sentence.words().stream().filter(word -> speaker.contains(word.stem())).toList();
    List<Word> names = words.stream().filter(word -> word.capital() && !word.opens()).toList();
    if (names.isEmpty()) {
      return there.contains(words.get(words.size() - 1).stem());
    }
    // Initials are held to the evidence by the check of names.
    return names.stream()
        .allMatch(
            name ->
                there.contains(name.stem())
                    || name.text().equals(name.text().toUpperCase(Locale.ROOT)));
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
   * Content words of whoever may be speaking in the evidence: those before the verb, those after it
   * where the verb follows a quotation ("\u2026", said Ida Renn) or is "according to", both where only a
   * comma stands before it.
   */
  private static Set<String> candidates(Passage passage, Lexicon.Hit verb) {
    if (speaksAfter(passage, verb)) {
      return wordsAfter(passage, verb.to());
    }
    Set<String> words = wordsBefore(passage, verb.from(), 0);
    if (passage.at(verb.from() - 1, ",")) {
      words.addAll(wordsAfter(passage, verb.to()));
    }
    return words;
  }

  /** Content words of the speaker in the sentence: of the clause next to the verb. */
  private static Set<String> speaker(Passage passage, Lexicon.Hit verb) {
    if (speaksAfter(passage, verb)) {
      return wordsAfter(passage, verb.to());
    }
    int nearest = verb.from() - 1;
    while (nearest > 0 && !passage.word(nearest).isWord()) {
      nearest--;
    }
    int clause = nearest >= 0 ? Math.max(1, passage.word(nearest).clause()) : 1;
    return wordsBefore(passage, verb.from(), clause);
  }

  private static boolean speaksAfter(Passage passage, Lexicon.Hit verb) {
    return passage.at(verb.from(), "according")
        || passage.at(verb.to(), "by")
        || verb.from() > 0 && QUOTE_ENDS.contains(passage.word(verb.from() - 1).text());
  }

  private static Set<String> wordsBefore(Passage passage, int verb, int leastClause) {
    Set<String> words = new HashSet<>();
    for (int i = verb - 1; i >= 0 && i > verb - SUBJECT_WORDS; i--) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.is("but") || word.clause() < leastClause) {
        break;
      }
      if (leastClause > 0 && PLACES.contains(word.lower())) {
        // "Police in Carrow": it is the police who speak.
        words.clear();
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
