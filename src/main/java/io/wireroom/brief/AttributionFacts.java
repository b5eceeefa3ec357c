package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds "X said" in a sentence to its evidence: the same speaker must speak there, and a verb that
 * judges (admitted, denied, claimed) must be the source's own.
 */
final class AttributionFacts {

  private static final int SUBJECT_WORDS = 12;

  /** Before "who said", the speaker stands close. */
  private static final int RELATIVE_WORDS = 6;

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
      List<Word> speaker = speaker(sentence, verb);
      if (!speaker.isEmpty() && isReport(verb) && !speaks(speaker, there)) {
        objections.add(
            new Objection(
                Kind.ATTRIBUTION,
                speaker.stream().map(Word::text).collect(Collectors.joining(" ")),
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
      words.add(key(evidence.word(i)));
    }
    return words;
  }

  /**
   * Whether the evidence may have this speaker: all parts of the name, or the noun it ends with.
   */
  private boolean speaks(List<Word> speaker, Set<String> there) {
    Word head = speaker.get(speaker.size() - 1);
    boolean anybody = speaker.size() == 1 && ANYBODY.contains(head.stem());
    if (anybody || speaker.stream().anyMatch(word -> PRONOUNS.contains(word.lower()))) {
      return !there.isEmpty();
    }
    List<Word> names = speaker.stream().filter(word -> word.capital() && !word.opens()).toList();
    if (names.isEmpty()) {
      return there.contains(head.stem());
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
        || !Set.of(
                "a", "the", "this", "its", "their", "new", "of", "annual", "to", "not", "was",
                "were", "be", "been", "is", "are", "being", "for", "in", "no")
            .contains(before);
  }

  private List<Lexicon.Hit> verbs(Passage passage) {
    List<Lexicon.Hit> verbs = new ArrayList<>(lexicon.hits("say-neutral", passage));
    verbs.addAll(lexicon.hits("say-loaded", passage));
    for (Lexicon.Hit found : lexicon.hits("say-found", passage)) {
      boolean last =
          found.to() == passage.size() || STOPS.contains(passage.word(found.to()).text());
      if (last || passage.at(found.to(), "that") || passage.at(found.to(), ",")) {
        verbs.add(found);
      }
    }
    return verbs;
  }

  /**
   * Stems of whoever may be speaking in the evidence: of the words before the verb, of those after
   * it where the verb follows a quotation ("\u2026", said Ida Renn) or is "according to", of both
   * where only a comma stands before it.
   */
  private static Set<String> candidates(Passage passage, Lexicon.Hit verb) {
    List<Word> words = new ArrayList<>();
    if (speaksAfter(passage, verb)) {
      words.addAll(wordsAfter(passage, verb.to()));
    } else {
      boolean relative = passage.at(verb.from() - 1, "which") || passage.at(verb.from() - 1, "who");
      words.addAll(wordsBefore(passage, verb.from(), relative ? RELATIVE_WORDS : SUBJECT_WORDS));
      if (passage.at(verb.from() - 1, ",")) {
        words.addAll(wordsAfter(passage, verb.to()));
      }
    }
    return words.stream().map(AttributionFacts::key).collect(Collectors.toSet());
  }

  /** The speaker in the sentence: the words of the clause next to the verb, first to last. */
  private static List<Word> speaker(Passage passage, Lexicon.Hit verb) {
    if (speaksAfter(passage, verb)) {
      List<Word> after = wordsAfter(passage, verb.to());
      return upToPlace(passage, after);
    }
    int nearest = verb.from() - 1;
    while (nearest > 0 && !passage.word(nearest).isWord()) {
      nearest--;
    }
    int clause = nearest >= 0 ? passage.word(nearest).clause() : 0;
    List<Word> before =
        wordsBefore(passage, verb.from(), SUBJECT_WORDS).stream()
            .filter(word -> word.clause() == clause)
            .toList();
    return upToPlace(passage, before);
  }

  /** "Police in Carrow": it is the police who speak. */
  private static List<Word> upToPlace(Passage passage, List<Word> words) {
    for (int i = 1; i < words.size(); i++) {
      int index = passage.words().indexOf(words.get(i));
      for (int before = index - 1; before > index - 3 && before > 0; before--) {
        if (PLACES.contains(passage.word(before).lower())) {
          return words.subList(0, i);
        }
      }
    }
    return words;
  }

  private static boolean speaksAfter(Passage passage, Lexicon.Hit verb) {
    return passage.at(verb.from(), "according")
        || passage.at(verb.to(), "by")
        || verb.from() > 0 && QUOTE_ENDS.contains(passage.word(verb.from() - 1).text());
  }

  private static List<Word> wordsBefore(Passage passage, int verb, int reach) {
    List<Word> words = new ArrayList<>();
    for (int i = verb - 1; i >= 0 && i > verb - reach; i--) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.is("but")) {
        break;
      }
      if (speaks(word)) {
        words.add(0, word);
      }
    }
    return words;
  }

  private static List<Word> wordsAfter(Passage passage, int from) {
    List<Word> words = new ArrayList<>();
    for (int i = from; i < passage.size() && i < from + SUBJECT_WORDS; i++) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.text().equals("\u201c") || word.is("that")) {
        break;
      }
      if (speaks(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean speaks(Word word) {
    return Passage.isContent(word) || PRONOUNS.contains(word.lower());
  }

  private static String key(Word word) {
    return PRONOUNS.contains(word.lower()) ? word.lower() : word.stem();
  }
}
