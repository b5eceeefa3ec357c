package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what a word for no denies, so that two texts can be compared by what they assert: a "not"
 * the verb after it, a "no" its noun and the verb behind, a "nobody" the verb of its clause,
 * "denied that" the verb of what follows, "is ruled out" the noun before. Heuristic: there is no
 * parse.
 */
final class DenialScope {

  /** How many words after a word for no are looked at, at most. */
  private static final int REACH = 8;

  private static final Set<String> PRONOUNS =
      Set.of("nobody", "none", "no_one", "nothing", "neither", "nowhere");

  /** Stems of verbs of which a "not" denies what follows. */
  private static final Set<String> THINKING = Set.of("think", "believ", "expect", "consid");

  /** Verbs of which the object tells what is denied: did not get a red card. */
  private static final Set<String> EMPTY_VERBS = Set.of("get", "make", "take", "give");

  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");

  private final TokenizedText passage;
  private final Auxiliaries auxiliaries;
  private final NounDenials nouns;

  DenialScope(TokenizedText passage) {
    this.passage = passage;
    this.auxiliaries = new Auxiliaries(passage);
    this.nouns = new NounDenials(passage, auxiliaries);
  }

  /** Indexes of what a negator denies. */
  List<Integer> governed(FactLexicon.Hit hit) {
    String negator = passage.phrase(hit.from(), hit.to() - hit.from());
    if (PRONOUNS.contains(negator)) {
      return ofPronoun(hit);
    }
    if (negator.equals("no")) {
      return nouns.governed(hit);
    }
    if (passage.at(hit.to(), "have") && passage.at(hit.to() + 1, "to")) {
      return List.of(hit.to());
    }
    if (passage.at(hit.from() - 1, "need")) {
      return List.of(hit.from() - 1);
    }
    // "Did not think that the card was deserved": that it was.
    if (hit.to() < passage.size() && THINKING.contains(passage.word(hit.to()).stem())) {
      int verb = auxiliaries.verbBehind(hit.to() + 1);
      return verb >= 0 ? List.of(hit.to(), verb) : List.of(hit.to());
    }
    // "Employees, not as self-employed,": no more than that.
    if (passage.at(hit.from() - 1, ",") && !isVerbNext(hit.to())) {
      return before(hit.to(), passage.word(hit.to() - 1).clause());
    }
    // What has not yet been applied for is not there either.
    boolean wide =
        passage.at(hit.to(), "yet")
            || (hit.to() < passage.size() && EMPTY_VERBS.contains(passage.word(hit.to()).stem()));
    return first(hit.to(), passage.word(hit.to() - 1).clause(), wide ? 2 : 1);
  }

  /** "Arrested nobody", "nobody was arrested", "none of the coins, which …, had been insured". */
  private List<Integer> ofPronoun(FactLexicon.Hit hit) {
    int verb = auxiliaries.verbBehind(hit.to());
    if (verb >= 0) {
      return List.of(verb);
    }
    if (hit.from() > 0 && TokenizedText.isContent(passage.word(hit.from() - 1))) {
      return List.of(hit.from() - 1);
    }
    return first(hit.to(), passage.word(hit.to() - 1).clause(), 1);
  }

  /** What a verb of denial denies: the verb after "that … had", else the next words. */
  List<Integer> complement(FactLexicon.Hit hit) {
    if (passage.at(hit.to(), "that")) {
      int verb = auxiliaries.verbBehind(hit.to() + 1);
      return verb >= 0 ? List.of(verb) : List.of();
    }
    boolean opens = Set.of("to", "of").contains(passage.word(hit.to() - 1).lower());
    if (!opens && hit.from() > 0 && BE.contains(passage.word(hit.from() - 1).lower())) {
      return subject(hit.from() - 1);
    }
    return first(hit.to(), passage.word(hit.to() - 1).clause(), 2);
  }

  /** "Redundancies are ruled out": the noun before the auxiliary. */
  private List<Integer> subject(int auxiliary) {
    for (int i = auxiliary - 1; i >= Math.max(0, auxiliary - 3); i--) {
      Word word = passage.word(i);
      if (TokenizedText.isContent(word) && !word.capital() && !Auxiliaries.isBetween(word)) {
        return List.of(i);
      }
    }
    return List.of();
  }

  private List<Integer> first(int from, int clause, int count) {
    List<Integer> found = new ArrayList<>();
    int adverb = -1;
    for (int i = from; i < Math.min(passage.size(), from + REACH) && found.size() < count; i++) {
      Word word = passage.word(i);
      if (word.clause() != clause || (word.is("as") && i > from)) {
        break;
      }
      if (Auxiliaries.isBetween(word)) {
        adverb = adverb < 0 ? i : adverb;
      } else if (TokenizedText.isContent(word) && !word.capital()) {
        found.add(i);
      }
    }
    if (found.isEmpty() && adverb >= 0) {
      found.add(adverb);
    }
    return found;
  }

  private boolean isVerbNext(int index) {
    return index < passage.size()
        && !Set.of("as", "in", "by", "for", "from", "on", "at", "to", "with")
            .contains(passage.word(index).lower());
  }

  /** The content words up to the clause's end. */
  private List<Integer> before(int from, int clause) {
    List<Integer> found = new ArrayList<>();
    for (int i = from; i < passage.size() && passage.word(i).clause() == clause; i++) {
      if (TokenizedText.isContent(passage.word(i))) {
        found.add(i);
      }
    }
    return found;
  }
}
