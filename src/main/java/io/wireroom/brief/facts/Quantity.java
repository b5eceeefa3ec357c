package io.wireroom.brief.facts;

import java.util.List;

/**
 * A number in a passage with its unit, in a form in which numbers can be compared however they are
 * written.
 *
 * @param readings what it can mean; more than one where the text is ambiguous (120m)
 * @param bound how the text hedges it
 * @param from index of its first word
 * @param to one past its last word, unit included
 */
record Quantity(List<Reading> readings, Sort sort, Bound bound, int from, int to) {

  enum Sort {
    COUNT,
    ORDINAL,
    /** How many times as much: doubled, threefold. */
    MULTIPLE,
    /** A magnitude only: dozens, thousands. */
    VAGUE
  }

  enum Bound {
    NONE,
    MORE,
    LESS,
    UP_TO,
    NEARLY,
    ABOUT
  }

  /**
   * @param dimension what is measured ({@code length}, {@code percent}, {@code $}); empty for a
   *     count
   * @param factor how many base units of the dimension one unit is
   */
  record Reading(double value, String dimension, double factor) {

    static Reading ofCount(double value) {
      return new Reading(value, "", 1);
    }

    /** A part of a whole, which may be put in per cent as well. */
    static List<Reading> ofShare(double share) {
      return List.of(new Reading(share, "share", 1), new Reading(share * 100, "percent", 1));
    }

    boolean equal(Reading other) {
      return dimension.equals(other.dimension) && near(other, 1e-6);
    }

    boolean near(Reading other, double tolerance) {
      double mine = value * factor;
      double theirs = other.value * other.factor;
      return Math.abs(mine - theirs) <= tolerance * Math.max(Math.abs(mine), Math.abs(theirs));
    }
  }

  boolean equal(Quantity other) {
    return readings.stream().anyMatch(mine -> other.readings.stream().anyMatch(mine::equal));
  }

  /** Whether the bare numbers are the same, whatever the units. */
  boolean sameNumber(Quantity other) {
    return readings.stream()
        .anyMatch(
            mine ->
                other.readings.stream()
                    .anyMatch(theirs -> Math.abs(mine.value() - theirs.value()) < 1e-9));
  }

  /** Whether both measure the same thing, so that one could be mistaken for the other. */
  boolean sameDimension(Quantity other) {
    return readings.get(0).dimension().equals(other.readings.get(0).dimension());
  }

  String dimension() {
    return readings.get(0).dimension();
  }

  /** Whether the unit is money: its dimension is a currency, not a quantity of nature. */
  boolean money() {
    return Money.DIMENSIONS.contains(dimension());
  }

  /** Dimensions that are currencies, as {@code facts/en.txt} names them. */
  private static final class Money {
    static final List<String> DIMENSIONS =
        List.of(
            "$",
            "\u00a3",
            "\u20ac",
            "\u00a5",
            "\u20b9",
            "yuan",
            "franc",
            "krone",
            "peso",
            "real",
            "rand",
            "rouble",
            "cent",
            "pence",
            "eurocent");
  }
}
