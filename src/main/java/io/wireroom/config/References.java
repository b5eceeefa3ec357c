package io.wireroom.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Values that must be unique among the entries of a list, and values that must name one. */
final class References {

  private final Report report;
  private final Map<String, Map<String, Named>> named = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  References(Report report) {
    this.report = report;
  }

  /** A value that no other entry may have. */
  void define(String value, ScalarNode node, String path) {
    Named first =
        named
            .computeIfAbsent(anyEntry(path), key -> new HashMap<>())
            .putIfAbsent(value, new Named(path, Report.line(node)));
    if (first != null) {
      report.mistake(
          node,
          path,
          Quote.of(node) + " is taken: " + first.path + " (line " + first.line + ") is the same",
          "");
    }
  }

  /** A value that must be defined somewhere in the file, before or after. */
  void refer(String to, String value, ScalarNode node, String path) {
    references.add(new Reference(to, value, node, path));
  }

  /** Reports what refers to nothing; to be called when the whole file has been read. */
  void check() {
    for (Reference reference : references) {
      Map<String, Named> known = named.getOrDefault(reference.to, Map.of());
      if (!known.containsKey(reference.value)) {
        String list = reference.to.substring(0, reference.to.indexOf('['));
        report.mistake(
            reference.node,
            reference.path,
            Quote.of(reference.node) + " is not among the " + list,
            Nearest.hint(reference.value, known.keySet()));
      }
    }
  }

  private static String anyEntry(String path) {
    return path.replaceAll("\\[\\d+]", "[]");
  }

  private record Named(String path, int line) {}

  private record Reference(String to, String value, ScalarNode node, String path) {}
}
