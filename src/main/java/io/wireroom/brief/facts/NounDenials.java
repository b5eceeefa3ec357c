package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what a "no" denies. Unlike a "not" it stands before a noun, and denies that and the verb
 * behind; and where the noun says little, as in "no sign of a leak", what the noun is about.
 */
final class NounDenials {

  /** How many words after a "no" are looked at, at most. */
  private static final int REACH = 8;

  /** Nouns of which "no" denies what they are about: no sign of a leak, no plans to sell. */
  private static final Set<String> LIGHT =
      Set.of(
          ("sign signs evidence plan plans proof need intention trace case indication reason link"
                  + " risk hint way immediate further more decision doubt new longer")
              .split(" ", -1));

  private static final Set<String> QUOTES = Set.of("\"", "\u201c", "\u201d");

  private final TokenizedText passage;
  private final Auxiliaries auxiliaries;

  NounDenials(TokenizedText passage, Auxiliaries auxiliaries) {
    this.passage = passage;
    this.auxiliaries = auxiliaries;
  }

  /** Indexes of what a "no" denies. */
  List<Integer> governed(FactLexicon.Hit hit) {
    List<Integer> found = new ArrayList<>();
    int clause = passage.word(hit.from()).clause();
    boolean light = false;
    int end = hit.to();
    for (int i = hit.to(); i < Math.min(passage.size(), hit.to() + REACH); i++) {
      Word word = passage.word(i);
      end = i;
      if (light && QUOTES.contains(word.text()) && i + 1 < passage.size()) {
        clause = passage.word(i + 1).clause();
        continue;
      }
      boolean joined = word.is("and") || word.is("but");
      if (word.clause() != clause || joined || Auxiliaries.WORDS.contains(word.lower())) {
        break;
      }
      if (TokenizedText.isContent(word)) {
        found.add(i);
        light |= LIGHT.contains(word.lower());
      } else if (!found.isEmpty() && !light) {
        break;
      }
    }
    int verb = auxiliaries.verbBehind(hit.to());
    boolean next = end < passage.size() && Auxiliaries.WORDS.contains(passage.word(end).lower());
    if (verb >= 0 && next) {
      found.add(verb);
    }
    return found;
  }
}
