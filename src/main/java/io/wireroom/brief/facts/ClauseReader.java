package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a passage into clauses, so that each can be held to the one that tells the same: at marks,
 * at conjunctions and relative pronouns, and behind "said". A stretch without a verb, such as an
 * apposition, stays with the one before it.
 */
final class ClauseReader {

  /** What stands after these has not happened, as far as the clause tells. */
  private static final Set<String> OPENING =
      Set.of("before", "until", "till", "unless", "if", "once", "whether");

  /** After these, a past has happened. */
  private static final Set<String> TIMED = Set.of("before", "until", "till", "once");

  private ClauseReader() {}

  static List<Clause> read(TokenizedText passage, FactLexicon lexicon) {
    if (passage.size() == 0) {
      return List.of();
    }
    List<Integer> cuts = ClauseCuts.of(passage, lexicon);
    List<Clause> clauses = new ArrayList<>();
    List<FactLexicon.Hit> noes = Negators.in(passage, lexicon);
    int from = 0;
    int core = 0;
    VerbChain chain = VerbChain.NONE;
    for (int c = 0; c + 1 < cuts.size(); c++) {
      int cut = cuts.get(c);
      VerbChain next = VerbChain.of(passage, lexicon, cut, cuts.get(c + 1));
      boolean sentence = cut > from && (passage.word(cut).opens() || passage.at(cut, ";"));
      boolean speech = chain.at() < 0 && cut > from && ClauseCuts.says(passage, lexicon, cut - 1);
      boolean speaker =
          next.at() < 0 && ClauseCuts.says(passage, lexicon, cut, cuts.get(c + 1)) && cut > from;
      if (sentence || speech || speaker || (next.at() >= 0 && chain.at() >= 0)) {
        clauses.add(clause(passage, chain, new int[] {from, core, cut}, noes));
        from = cut;
        chain = VerbChain.NONE;
      }
      core = chain.at() < 0 ? cuts.get(c + 1) : core;
      chain = next.at() >= 0 ? next : chain;
    }
    if (from < passage.size()) {
      clauses.add(clause(passage, chain, new int[] {from, core, passage.size()}, noes));
    }
    return ClauseLinks.join(passage, clauses);
  }

  private static Clause clause(
      TokenizedText passage, VerbChain chain, int[] bounds, List<FactLexicon.Hit> noes) {
    int from = bounds[0];
    int to = bounds[2];
    List<Integer> content = new ArrayList<>();
    int first = -1;
    for (int i = from; i < to; i++) {
      Word word = passage.word(i);
      first = first < 0 && word.isWord() ? i : first;
      boolean tells =
          word.isNumber()
              || (TokenizedText.isContent(word) && !ClauseCuts.isConjunction(word.lower()));
      if (tells && i != chain.trigger() && i != chain.verb()) {
        content.add(i);
      }
    }
    boolean open =
        first >= 0
            && OPENING.contains(passage.word(first).lower())
            && !(TIMED.contains(passage.word(first).lower()) && isPast(passage, chain));
    int denials = (int) noes.stream().filter(hit -> hit.from() >= from && hit.from() < to).count();
    // What has not been done may be still to come.
    boolean undone = denials > 0 && chain.standing() == Standing.DONE;
    Standing standing = undone ? Standing.UNKNOWN : open ? Standing.OPEN : chain.standing();
    boolean denied =
        noes.stream()
            .anyMatch(hit -> hit.from() >= from && hit.from() < chain.verb() && hit.from() < to);
    return new Clause(
        from,
        bounds[1],
        to,
        standing,
        chain.at(),
        chain.trigger(),
        chain.verb(),
        content,
        denials,
        denied);
  }

  /** "Before he left", not "before he has left". */
  private static boolean isPast(TokenizedText passage, VerbChain chain) {
    return chain.standing() == Standing.DONE
        && !passage.at(chain.at(), "has")
        && !passage.at(chain.at(), "have");
  }
}
