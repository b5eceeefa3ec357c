package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * True sentences with their sources, and the corruptions planted in them. A line {@code CLASS: old
 * => new} corrupts the sentence above it; {@code old} must be in it.
 */
record PlantedCorruptions(List<Pair> pairs) {

  record Planted(Kind kind, String sentence) {}

  record Pair(String source, String truth, List<Planted> planted) {}

  static PlantedCorruptions read(String file) {
    try {
      return parse(Files.readAllLines(Path.of("src/test/resources/brief/facts", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlantedCorruptions parse(List<String> lines) {
    List<Pair> pairs = new ArrayList<>();
    String source = "";
    for (String line : lines) {
      if (line.startsWith("S: ")) {
        source = line.substring(3);
      } else if (line.startsWith("T: ")) {
        pairs.add(new Pair(source, line.substring(3), new ArrayList<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        Pair pair = pairs.get(pairs.size() - 1);
        pair.planted().add(planted(line, pair.truth()));
      }
    }
    return new PlantedCorruptions(pairs);
  }

  private static Planted planted(String line, String truth) {
    int colon = line.indexOf(": ");
    String[] change = line.substring(colon + 2).split(" => ", 2);
    if (!truth.contains(change[0])) {
      throw new IllegalArgumentException("\"" + change[0] + "\" is not in \"" + truth + "\"");
    }
    int at = truth.indexOf(change[0]);
    String corrupted =
        truth.substring(0, at) + change[1] + truth.substring(at + change[0].length());
    return new Planted(Kind.valueOf(line.substring(0, colon)), corrupted);
  }
}
