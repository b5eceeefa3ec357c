package io.wireroom.brief.facts;

import java.util.List;
import java.util.Set;

/**
 * Tells which words for no in a passage deny something that can be named, since the others are no
 * contradiction: not the "no" of a vote of no confidence, of "no doubt" or a no-fly zone, nor the
 * "not" of "eight, not 18".
 */
final class Negators {

  private static final Set<String> COMPARED = Set.of("more", "less", "fewer", "longer");

  /** How many words behind a "not" may come to "more than". */
  private static final int MEASURE_REACH = 8;

  /** After these a "not" limits or counts: not only, not least, no more than, not guilty. */
  private static final Set<String> IDIOMS =
      Set.of("only", "just", "least", "more", "less", "fewer", "guilty");

  private Negators() {}

  static List<FactLexicon.Hit> in(TokenizedText passage, FactLexicon lexicon) {
    return lexicon.hits("negators", passage).stream()
        .filter(hit -> denies(passage, lexicon, hit))
        .toList();
  }

  private static boolean denies(TokenizedText passage, FactLexicon lexicon, FactLexicon.Hit hit) {
    int next = hit.to();
    if (next >= passage.size()) {
      return true;
    }
    boolean counts =
        IDIOMS.contains(passage.word(next).lower())
            && (!passage.at(next, "more") || passage.at(next + 1, "than"));
    // "Eight, not 18": the figures are held to each other elsewhere.
    boolean foil =
        passage.at(hit.from(), "not")
            && passage.at(hit.from() - 1, ",")
            && passage.word(next).isNumber();
    boolean compound = passage.at(next, "-") && passage.word(next).glued();
    return !counts
        && !foil
        && !compound
        && !isOfMeasure(passage, hit)
        && !lexicon.knows("no-denial", passage, hit.from())
        && !lexicon.knows("no-denial", passage, hit.from() - 1);
  }

  /** "Had not met him more than twice": a limit, and no denial. */
  private static boolean isOfMeasure(TokenizedText passage, FactLexicon.Hit hit) {
    int clause = passage.word(hit.to() - 1).clause();
    for (int i = hit.to(); i + 1 < Math.min(passage.size(), hit.to() + MEASURE_REACH); i++) {
      if (passage.word(i).clause() != clause) {
        return false;
      }
      if (COMPARED.contains(passage.word(i).lower()) && passage.at(i + 1, "than")) {
        return true;
      }
    }
    return false;
  }
}
