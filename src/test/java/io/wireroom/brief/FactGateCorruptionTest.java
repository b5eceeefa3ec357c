package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.Objection.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Plants corruptions of every published class into true sentences, and counts what gets through. */
class FactGateCorruptionTest {

  private static final class Tally {
    int planted;
    int caught;
    int truths;
    int refused;
    final StringBuilder wrong = new StringBuilder();
  }

  @Test
  void catches_what_was_planted_and_lets_the_truth_pass() {
    Tally open = tally("open.txt");
    Tally heldOut = tally("held-out.txt");

    assertThat(open.planted + heldOut.planted).isGreaterThanOrEqualTo(200);
    assertThat(open.truths + heldOut.truths).isGreaterThanOrEqualTo(60);
    for (Tally tally : List.of(open, heldOut)) {
      assertThat(tally.caught / (double) tally.planted).as("%s", tally.wrong).isGreaterThanOrEqualTo(.95);
      assertThat(tally.refused / (double) tally.truths).as("%s", tally.wrong).isLessThanOrEqualTo(.05);
    }
  }

  private static Tally tally(String file) {
    Tally tally = new Tally();
    Map<Kind, int[]> classes = new TreeMap<>();
    for (PlantedCorruptions.Pair pair : PlantedCorruptions.read(file).pairs()) {
      List<String> evidence = List.of(pair.source());
      List<Objection> objections = FactGate.check(pair.truth(), evidence, "en");
      tally.truths++;
      if (!objections.isEmpty()) {
        tally.refused++;
        tally.wrong.append("\nREFUSED ").append(pair.truth()).append(' ').append(objections);
      }
      for (PlantedCorruptions.Planted planted : pair.planted()) {
        int[] counts = classes.computeIfAbsent(planted.kind(), kind -> new int[2]);
        counts[0]++;
        tally.planted++;
        if (FactGate.check(planted.sentence(), evidence, "en").isEmpty()) {
          tally.wrong.append("\nMISSED ").append(planted.kind()).append(' ').append(planted.sentence());
        } else {
          counts[1]++;
          tally.caught++;
        }
      }
    }
    report(file, tally, classes);
    return tally;
  }

  private static void report(String file, Tally tally, Map<Kind, int[]> classes) {
    StringBuilder report = new StringBuilder(file);
    classes.forEach(
        (kind, counts) ->
            report.append(
                String.format(Locale.ROOT, "%n  %-12s caught %3d of %3d", kind, counts[1], counts[0])));
    report.append(
        String.format(
            Locale.ROOT,
            "%n  all          caught %3d of %3d, true sentences refused %d of %d",
            tally.caught,
            tally.planted,
            tally.refused,
            tally.truths));
    System.out.println(report);
  }
}
