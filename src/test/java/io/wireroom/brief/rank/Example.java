package io.wireroom.brief.rank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An article to learn from, with the highlights that a person wrote. */
final class Example {

  final String id;
  final Passage passage;
  final List<String> highlights;
  final Centrality centrality;

  private Example(String id, Passage passage, List<String> highlights) {
    this.id = id;
    this.passage = passage;
    this.highlights = highlights;
    this.centrality = new Centrality(passage);
  }

  /** ROUGE against the highlights, in the stems of the passage. */
  Rouge rouge() {
    return new Rouge(highlights.stream().map(passage::stemsOf).toList());
  }

  /** Reads JSON lines, leaving out articles that another one mostly repeats. */
  static List<Example> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Example> examples = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode fields = json.readTree(line);
      String text = fields.path("text").asText();
      List<String> shingles = shingles(text);
      long known = shingles.stream().filter(seen::contains).count();
      seen.addAll(shingles);
      if (known * 3 > shingles.size()) {
        continue;
      }
      List<String> highlights = new ArrayList<>();
      fields.path("highlights").forEach(h -> highlights.add(h.asText()));
      examples.add(
          new Example(fields.path("id").asText(), new Passage(text, Lexicon.of("en")), highlights));
    }
    return examples;
  }

  private static List<String> shingles(String text) {
    String[] words = text.toLowerCase(java.util.Locale.ROOT).split("\\W+", -1);
    List<String> shingles = new ArrayList<>();
    for (int i = 0; i + 6 <= words.length; i++) {
      shingles.add(String.join(" ", java.util.Arrays.copyOfRange(words, i, i + 6)));
    }
    return shingles;
  }
}
