package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Reading;
import io.wireroom.brief.facts.Quantity.Sort;
import java.util.List;
import java.util.Set;

/**
 * Tells when a number of a sentence is one of its evidence though it is put otherwise: "stage nine"
 * for "the ninth stage", a unit named only once for two numbers, 34 for a 34-year-old.
 */
final class EqualQuantities {

  private static final Set<String> RUNS =
      Set.of("successive", "consecutive", "straight", "row", "running", "succession");

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final List<Quantity> all;
  private final List<Quantity> borne;

  /**
   * @param borne the numbers of the close evidence
   */
  EqualQuantities(Claim claim, List<Quantity> borne) {
    this.sentence = claim.sentence();
    this.evidence = claim.evidence();
    this.all = claim.quantities();
    this.borne = borne;
  }

  /** Whether a number of the sentence and one of the evidence are the same. */
  boolean areEqual(Quantity said, Quantity other) {
    return isSameNumber(said, other)
        || isSamePlaceInARow(said, other)
        || isSameRun(said, other)
        || leavesUnitOut(said, other)
        || sourceLeavesUnitOut(said, other);
  }

  /** Whether both are the same number with the same unit, or the same age. */
  static boolean isSameNumber(Quantity said, Quantity other) {
    if (said.sort() != other.sort()) {
      return false;
    }
    return said.equal(other) || (said.sameNumber(other) && isAge(said, other));
  }

  /** "Stage nine" and "the ninth stage". */
  private boolean isSamePlaceInARow(Quantity said, Quantity other) {
    return said.readings().get(0).value() == other.readings().get(0).value()
        && (said.sort() == Sort.ORDINAL
            ? isAfter(evidence, other, sentence, said)
            : other.sort() == Sort.ORDINAL && isAfter(sentence, said, evidence, other));
  }

  /** "The fourth successive defeat" and "four defeats in a row". */
  private boolean isSameRun(Quantity said, Quantity other) {
    return said.sort() != other.sort()
        && said.readings().get(0).value() == other.readings().get(0).value()
        && runs(sentence, said)
        && runs(evidence, other);
  }

  private static boolean runs(TokenizedText passage, Quantity number) {
    return passage.words().subList(number.to(), Math.min(passage.size(), number.to() + 4)).stream()
        .anyMatch(word -> RUNS.contains(word.lower()));
  }

  /** Whether a number stands right behind the word that an ordinal stands right before. */
  private static boolean isAfter(
      TokenizedText cardinals, Quantity cardinal, TokenizedText ordinals, Quantity ordinal) {
    return cardinal.from() > 0
        && ordinal.to() < ordinals.size()
        && cardinals.word(cardinal.from() - 1).stem().equals(ordinals.word(ordinal.to()).stem());
  }

  /** "To 310 tonnes from 520": the second number has the unit of the first. */
  private boolean leavesUnitOut(Quantity said, Quantity other) {
    boolean compared =
        said.from() > 0
            && Set.of("from", "to", "than").contains(sentence.word(said.from() - 1).lower());
    boolean alone = said.to() >= sentence.size() || !sentence.word(said.to()).isWord();
    return (compared || alone)
        && said.dimension().isEmpty()
        && said.sort() == other.sort()
        && said.sameNumber(other)
        && all.stream().anyMatch(third -> !third.equals(said) && third.sameDimension(other));
  }

  /** "1.9 billion euros, 140 million less": so here it is the evidence that names the unit once. */
  private boolean sourceLeavesUnitOut(Quantity said, Quantity other) {
    boolean counted =
        other.to() < evidence.size()
            && TokenizedText.isContent(evidence.word(other.to()))
            && !Set.of("less", "lower", "higher", "fewer")
                .contains(evidence.word(other.to()).lower());
    return !said.dimension().isEmpty()
        && other.dimension().isEmpty()
        && !counted
        && said.sort() == other.sort()
        && said.sameNumber(other)
        && borne.stream().anyMatch(third -> third.sameDimension(said));
  }

  /** "34" and "34-year-old" are the same age. */
  private static boolean isAge(Quantity said, Quantity other) {
    boolean years =
        (isYears(said.readings().get(0)) && other.dimension().isEmpty())
            || (isYears(other.readings().get(0)) && said.dimension().isEmpty());
    double value = said.readings().get(0).value();
    return years && value > 0 && value < 125;
  }

  private static boolean isYears(Reading reading) {
    return reading.dimension().equals("months") && reading.factor() == 12;
  }
}
