package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Bound;
import io.wireroom.brief.facts.Quantity.Reading;
import io.wireroom.brief.facts.Quantity.Sort;
import java.math.BigDecimal;

/**
 * Tells which number may stand for which, since a brief may round and must not exaggerate: about
 * 2,000 for 1,997, thousands for 3,400.
 */
final class Rounding {

  /** How far a number that calls itself rounded may be from the real one. */
  private static final double ROUNDING = 0.08;

  /** "More than 30" is no lie of 34, though of 300 it is. */
  private static final double ROUNDING_ONE_WAY = 0.25;

  private Rounding() {}

  static boolean isOfMagnitude(Quantity other, Quantity vague) {
    double least = vague.readings().get(0).value();
    double value = other.readings().get(0).value();
    return other.sort() == Sort.VAGUE
        ? value == least
        : value >= least && value < least * (least < 100 ? 10 : 500);
  }

  static boolean rounds(Quantity said, Quantity other) {
    if (said.sort() != Sort.COUNT || other.sort() != Sort.COUNT || !said.sameDimension(other)) {
      return false;
    }
    Reading mine = said.readings().get(0);
    Reading theirs = other.readings().get(0);
    double difference = theirs.value() * theirs.factor() - mine.value() * mine.factor();
    if (digits(mine.value()) >= digits(theirs.value())) {
      return false;
    }
    return switch (said.bound()) {
      case ABOUT -> mine.near(theirs, ROUNDING);
      case NEARLY -> mine.near(theirs, ROUNDING) && difference < 0;
      case MORE -> mine.near(theirs, ROUNDING_ONE_WAY) && difference > 0;
      case LESS -> mine.near(theirs, ROUNDING_ONE_WAY) && difference < 0;
      default -> false;
    };
  }

  /** How many digits a number has but for the noughts at its end: a rounded one has fewer. */
  private static int digits(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().precision();
  }

  static boolean boundHolds(Bound said, Bound borne) {
    if (said == borne) {
      return true;
    }
    return switch (borne) {
      case LESS, UP_TO -> said == Bound.LESS || said == Bound.UP_TO;
      case MORE -> said == Bound.NONE || said == Bound.ABOUT;
      case NEARLY, ABOUT -> said == Bound.NONE || said == Bound.ABOUT || said == Bound.NEARLY;
      case NONE -> said == Bound.ABOUT;
    };
  }
}
