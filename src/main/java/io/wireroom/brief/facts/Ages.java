package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Tells a number that is somebody's age, for an age bears out the same one wherever it is told: ",
 * 35,", "aged 35", "35 years old".
 */
final class Ages {

  private static final int OLDEST = 115;
  private static final Set<String> BEFORE =
      Set.of("aged", "age", "was", "is", "turned", "at", "be");
  private static final Set<String> ENDS = Set.of(",", ".", ")", ";", "and", "when");

  private Ages() {}

  static boolean in(TokenizedText passage, Quantity quantity) {
    double value = quantity.readings().get(0).value();
    if (value < 1 || value > OLDEST || value != Math.rint(value)) {
      return false;
    }
    boolean years = quantity.dimension().equals("months");
    if (years) {
      return passage.at(quantity.to(), "old")
          || (passage.at(quantity.to(), "-") && passage.at(quantity.to() + 1, "old"));
    }
    int before = quantity.from() - 1;
    boolean ends =
        quantity.to() >= passage.size() || ENDS.contains(passage.word(quantity.to()).lower());
    boolean opens =
        before > 0
            && (BEFORE.contains(passage.word(before).lower())
                || (passage.at(before, "of") && passage.at(before - 1, "age"))
                || ((passage.at(before, ",") || passage.at(before, "("))
                    && passage.word(before - 1).capital()));
    return quantity.dimension().isEmpty() && opens && ends;
  }
}
