package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the names in a sentence to its evidence: every part of a name must be there, parts that
 * stand together must stand together there, and a short form must be the initials of what it stands
 * for.
 */
final class NameFacts {

  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");

  private final Passage sentence;
  private final Passage evidence;
  private final Lexicon lexicon;
  private final Set<String> inEvidence;
  private final Set<String> initials;
  private final Set<Integer> aliases = new HashSet<>();

  private NameFacts(Passage sentence, Passage evidence, Lexicon lexicon) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
    this.inEvidence = evidence.words().stream().map(Word::lower).collect(Collectors.toSet());
    this.initials = initials(evidence);
    for (Lexicon.Hit hit : lexicon.hits("aliases", evidence)) {
      if (evidence.word(hit.from()).capital()) {
        aliases.addAll(hit.groups());
      }
    }
  }

  /**
   * @param dates indexes of the words of the sentence that are part of a date
   */
  static List<Objection> check(
      Passage sentence, Passage evidence, Lexicon lexicon, Set<Integer> dates) {
    NameFacts facts = new NameFacts(sentence, evidence, lexicon);
    List<Objection> objections = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (!dates.contains(i) && facts.isName(i)) {
        facts.check(i, objections);
      }
    }
    facts.gender(SHE, HE, objections);
    facts.gender(HE, SHE, objections);
    return objections;
  }

  private boolean isName(int i) {
    Word word = sentence.word(i);
    if (!word.capital() || word.lower().length() < 2 || lexicon.knows("titles", sentence, i)) {
      return false;
    }
    if (!word.opens()) {
      return true;
    }
    // The first word of a sentence is capital anyway: it is a name unless it is a common word.
    boolean inner = word.text().chars().skip(1).anyMatch(Character::isUpperCase);
    return inner || CommonWords.mayBeName(sentence, lexicon, i) || isMisspelt(word);
  }

  private void check(int i, List<Objection> objections) {
    Word word = sentence.word(i);
    if (!isBorne(i)) {
      objections.add(new Objection(Kind.NAME, word.text(), "the evidence does not name it"));
    } else if (i > 0 && isName(i - 1) && splitsAName(i - 1, i)) {
      objections.add(
          new Objection(
              Kind.NAME, sentence.slice(i - 1, i + 1), "the evidence has no such name together"));
    }
  }

  private boolean isBorne(int i) {
    Word word = sentence.word(i);
    if (inEvidence.contains(word.lower()) || initials.contains(word.lower())) {
      return true;
    }
    Lexicon.Hit alias = phraseAlias(i);
    if (alias.groups().stream().anyMatch(aliases::contains)) {
      return true;
    }
    return spellsInitials(i) || isInflected(word);
  }

  /** Whether the word is nearly, but not quite, a name of the evidence. */
  private boolean isMisspelt(Word word) {
    return word.lower().length() >= 5
        && evidence.words().stream()
            .filter(Word::capital)
            .map(Word::lower)
            .anyMatch(name -> !name.equals(word.lower()) && differByOneOrTwo(name, word.lower()));
  }

  /** Whether two words have the same beginning and end, but for two letters at most. */
  private static boolean differByOneOrTwo(String one, String two) {
    int start = 0;
    int shorter = Math.min(one.length(), two.length());
    while (start < shorter && one.charAt(start) == two.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), two.length()) - start - end <= 2;
  }

  /** The word that opens a sentence may be an inflected word of the evidence: "Brakes". */
  private boolean isInflected(Word word) {
    return word.opens()
        && evidence.words().stream()
            .anyMatch(other -> !other.capital() && other.stem().equals(word.stem()));
  }

  /** The alias phrase that a word is part of: "United States". */
  private Lexicon.Hit phraseAlias(int i) {
    for (int from = Math.max(0, i - 1); from <= i; from++) {
      Lexicon.Hit hit = lexicon.at("aliases", sentence, from);
      if (hit.to() > i) {
        return hit;
      }
    }
    return new Lexicon.Hit(Set.of(), i, i);
  }

  /** Whether a run of capital words around an index has initials that the evidence uses. */
  private boolean spellsInitials(int i) {
    return initialsOf(sentence, i).stream().anyMatch(inEvidence::contains);
  }

  private static Set<String> initials(Passage passage) {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < passage.size(); i++) {
      if (passage.word(i).capital()) {
        all.addAll(initialsOf(passage, i));
      }
    }
    return all;
  }

  /**
   * Initials of every run of two or more capital words that covers an index, small words left out.
   */
  private static Set<String> initialsOf(Passage passage, int index) {
    Set<String> found = new HashSet<>();
    for (int from = Math.max(0, index - 6); from <= index; from++) {
      StringBuilder initials = new StringBuilder();
      int i = from;
      while (i < passage.size() && (passage.word(i).capital() || isJoint(passage, i, from))) {
        if (passage.word(i).capital()) {
          initials.append(passage.word(i).lower().charAt(0));
        }
        i++;
        if (i > index && initials.length() > 1) {
          found.add(initials.toString());
        }
      }
    }
    return found;
  }

  private static boolean isJoint(Passage passage, int i, int from) {
    return i > from
        && Set.of("of", "for", "and", "the", "&").contains(passage.word(i).lower())
        && i + 1 < passage.size()
        && (passage.word(i + 1).capital() || passage.at(i + 1, "the"));
  }

  /** Whether two neighbours of the sentence are both in the evidence, but never side by side. */
  private boolean splitsAName(int first, int second) {
    String one = sentence.word(first).lower();
    String two = sentence.word(second).lower();
    boolean possessive =
        Passage.fold(sentence.word(first).text()).length() < sentence.word(first).text().length();
    if (possessive
        || lexicon.knows("aliases", sentence, first)
        || lexicon.knows("roles", sentence, first)
        || lexicon.knows("roles", sentence, second)
        || !sentence.word(first).capital()
        || !onlyCapital(one)
        || !onlyCapital(two)) {
      return false;
    }
    for (int i = 0; i < evidence.size(); i++) {
      for (int j = i + 1; j < Math.min(evidence.size(), i + 4); j++) {
        if (evidence.at(i, one) && evidence.at(j, two)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the evidence has the word, and never in lower case: then it is no title or role. */
  private boolean onlyCapital(String lower) {
    return inEvidence.contains(lower)
        && evidence.words().stream().noneMatch(word -> word.is(lower) && !word.capital());
  }

  private void gender(Set<String> mine, Set<String> others, List<Objection> objections) {
    boolean there = mine.stream().anyMatch(evidence::has);
    boolean otherThere = others.stream().anyMatch(evidence::has);
    if (!there && otherThere) {
      sentence.words().stream()
          .filter(word -> mine.contains(word.lower()))
          .findFirst()
          .ifPresent(
              word ->
                  objections.add(
                      new Objection(
                          Kind.NAME, word.text(), "the evidence speaks of the other sex")));
    }
  }
}
