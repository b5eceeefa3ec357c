package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a sentence that says up or down to its own two figures: swapped, each is borne out, and the
 * sentence contradicts itself.
 */
final class DirectionFacts {

  private static final int REACH = 6;

  private DirectionFacts() {}

  /** "Rose to 3 from 4" contradicts itself. */
  static List<Objection> check(Claim claim) {
    TokenizedText sentence = claim.sentence();
    List<Quantity> said = claim.quantities();
    List<Objection> objections = new ArrayList<>();
    for (int i = 0; i + 1 < said.size(); i++) {
      Quantity one = said.get(i);
      Quantity two = said.get(i + 1);
      boolean backwards = sentence.at(two.from() - 1, "from");
      boolean forwards = sentence.at(one.from() - 1, "from") && sentence.at(two.from() - 1, "to");
      boolean first = i + 2 < said.size() && sentence.at(said.get(i + 2).from() - 1, "to");
      if (one.sort() == Quantity.Sort.ORDINAL
          || (!backwards && !forwards)
          || (backwards && first)
          || (!one.sameDimension(two) && !two.dimension().isEmpty())) {
        continue;
      }
      double before = (backwards ? two : one).readings().get(0).value();
      double after = (backwards ? one : two).readings().get(0).value();
      int direction = direction(claim, Math.max(0, one.from() - REACH), two.from());
      if (direction * (after - before) < 0) {
        objections.add(
            new Objection(
                Kind.STATUS, sentence.slice(one.from(), two.to()), "it goes the other way"));
      }
    }
    return objections;
  }

  /** 1 for up, -1 for down, 0 for neither or both. */
  private static int direction(Claim claim, int from, int to) {
    TokenizedText sentence = claim.sentence();
    int direction = 0;
    for (int i = from; i < to; i++) {
      Set<Integer> groups = claim.lexicon().at("opposed", sentence, i).groups();
      boolean up = groups.contains(0) || (sentence.at(i, "up") && !sentence.word(i).capital());
      boolean down = groups.contains(1) || (sentence.at(i, "down") && !sentence.word(i).capital());
      direction += (up ? 1 : 0) - (down ? 1 : 0);
    }
    return Integer.signum(direction);
  }
}
