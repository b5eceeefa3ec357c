package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives clauses what they tell of without saying it: a relative clause the noun before it ("loans
 * that she received"), one that opens with its verb the subject of the one before ("…, but promises
 * to decide").
 */
final class ClauseLinks {

  private static final Set<String> RELATIVES = Set.of("that", "which", "who", "whose");

  /** How many content words before "that" are what it stands for, at most. */
  private static final int MOST_BEFORE = 2;

  private ClauseLinks() {}

  static List<Clause> join(TokenizedText passage, List<Clause> clauses) {
    List<Clause> joined = new ArrayList<>();
    for (Clause clause : clauses) {
      int first = firstWord(passage, clause);
      List<Integer> told = List.of();
      if (first >= 0 && RELATIVES.contains(passage.word(first).lower())) {
        told = before(passage, clause.from());
      } else if (first >= 0 && !joined.isEmpty() && first == clause.head()) {
        told = subject(passage, joined.get(joined.size() - 1), clause);
      }
      joined.add(told.isEmpty() ? clause : clause.with(told));
    }
    return joined;
  }

  private static int firstWord(TokenizedText passage, Clause clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean small = passage.at(i, "and") || passage.at(i, "but") || passage.at(i, "or");
      if (passage.word(i).isWord() && !small && !passage.word(i).lower().endsWith("ly")) {
        return i;
      }
    }
    return -1;
  }

  private static List<Integer> before(TokenizedText passage, int from) {
    List<Integer> told = new ArrayList<>();
    for (int i = from - 1; i >= 0 && told.size() < MOST_BEFORE; i--) {
      if (!TokenizedText.isContent(passage.word(i)) || passage.word(i).lower().endsWith("ly")) {
        break;
      }
      told.add(i);
    }
    return told;
  }

  /** What stands before the verb of a clause, and before a relative clause within it. */
  private static List<Integer> subject(TokenizedText passage, Clause clause, Clause next) {
    if (passage.word(next.from()).opens()) {
      return List.of();
    }
    int end = clause.verb() < 0 ? clause.core() : clause.head();
    for (int i = clause.from(); i < end; i++) {
      end = RELATIVES.contains(passage.word(i).lower()) && i > clause.from() ? i : end;
    }
    int limit = end;
    return clause.content().stream().filter(i -> i < limit).toList();
  }
}
