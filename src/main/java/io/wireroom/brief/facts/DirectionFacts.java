package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import java.util.Set;

/**
 * Holds a sentence that says up or down to its own two figures: swapped, each is borne out, and the
 * sentence contradicts itself.
 */
final class DirectionFacts extends Check {

  private static final int REACH = 6;

  DirectionFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    List<Quantity> said = claim.quantities();
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
      int direction = direction(Math.max(0, one.from() - REACH), two.from());
      if (direction * (after - before) < 0) {
        object(Kind.STATUS, sentence.slice(one.from(), two.to()), "it goes the other way");
      }
    }
  }

  /** 1 for up, -1 for down, 0 for neither or both. */
  private int direction(int from, int to) {
    int direction = 0;
    for (int i = from; i < to; i++) {
      Set<Integer> groups = lexicon.at("opposed", sentence, i).groups();
      boolean up = groups.contains(0) || (sentence.at(i, "up") && !sentence.word(i).capital());
      boolean down = groups.contains(1) || (sentence.at(i, "down") && !sentence.word(i).capital());
      direction += (up ? 1 : 0) - (down ? 1 : 0);
    }
    return Integer.signum(direction);
  }
}
