package io.wireroom.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys that one map of the file gives, each once, until they are taken. */
final class Given {

  private final Report report;
  private final MappingNode map;
  private final String path;
  private final Map<String, NodeTuple> left = new LinkedHashMap<>();

  /** Reads the keys; what is wrong with the keys themselves is reported. */
  Given(Report report, MappingNode map, String path) {
    this.report = report;
    this.map = map;
    this.path = path;
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        report.mistake(tuple.getKeyNode(), path, "a key must be a word", "");
        report.hide(tuple.getValueNode());
        continue;
      }
      Integer first = lines.putIfAbsent(key.getValue(), Report.line(key));
      if (first == null) {
        left.put(key.getValue(), tuple);
      } else {
        report.mistake(key, at(key.getValue()), "given twice", "it is already in line " + first);
        report.hide(tuple.getValueNode());
      }
    }
  }

  /** Where the whole map stands. */
  Node place() {
    return map;
  }

  /** Where a key stands; where the map does, if it isn't given. */
  Node place(String name) {
    NodeTuple tuple = left.get(name);
    return tuple == null ? map : tuple.getKeyNode();
  }

  /** The path of the map itself. */
  String path() {
    return path;
  }

  /** The path of a key in it. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return left.containsKey(name);
  }

  /** The text of a key as it stands in the file; null when it holds none. */
  @Nullable String text(String name) {
    NodeTuple tuple = left.get(name);
    return tuple != null && tuple.getValueNode() instanceof ScalarNode scalar
        ? scalar.getValue()
        : null;
  }

  /** The names that are not taken yet, in the order of the file. */
  List<String> names() {
    return List.copyOf(left.keySet());
  }

  /** The value of a key, which is not left any more; null when it isn't given. */
  @Nullable Node take(String name) {
    NodeTuple tuple = left.remove(name);
    return tuple == null ? null : tuple.getValueNode();
  }

  /** Whether a key that nobody knows is so near to this one that it was meant. */
  boolean misspelt(String name, Collection<String> known) {
    return left.keySet().stream()
        .filter(other -> !known.contains(other))
        .anyMatch(other -> Nearest.to(other, known).equals(Optional.of(name)));
  }

  /** Reports what is left as unknown. */
  void unknown(Collection<String> known) {
    left.forEach(
        (name, tuple) -> {
          report.hide(tuple.getValueNode());
          report.mistake(tuple.getKeyNode(), at(name), "unknown key", Nearest.hint(name, known));
        });
  }

  /** Keeps what is left out of every excerpt. */
  void hide() {
    left.values().forEach(tuple -> report.hide(tuple.getValueNode()));
  }
}
