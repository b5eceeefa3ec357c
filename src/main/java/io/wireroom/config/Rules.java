package io.wireroom.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Holds one map of the file to the rules of its record. */
final class Rules {

  private final Report report;
  private final Shape shape;
  private final MappingNode map;
  private final Map<String, NodeTuple> given;
  private final String path;

  Rules(Report report, Shape shape, MappingNode map, Map<String, NodeTuple> given, String path) {
    this.report = report;
    this.shape = shape;
    this.map = map;
    this.given = Map.copyOf(given);
    this.path = path;
  }

  void check() {
    for (Rule rule : shape.rules()) {
      if (inForce(rule)) {
        needs(rule);
        excludes(rule);
      }
    }
  }

  private boolean inForce(Rule rule) {
    if (rule.when().isEmpty()) {
      return true;
    }
    if (rule.is().isEmpty()) {
      return given.containsKey(rule.when());
    }
    String value = value(rule.when());
    return value != null && value.matches(rule.is());
  }

  /** The key's value as it stands in the file, its default included. */
  private @Nullable String value(String key) {
    NodeTuple tuple = given.get(key);
    if (tuple != null) {
      return tuple.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
    String standard = shape.key(key).map(known -> known.option().def()).orElse("");
    return standard.isEmpty() ? null : standard;
  }

  private void needs(Rule rule) {
    List<String> needed = List.of(rule.needs());
    if (!needed.isEmpty() && needed.stream().noneMatch(given::containsKey)) {
      report.mistake(
          place(rule.when()),
          path,
          subject(rule) + "needs " + String.join(" or ", needed),
          rule.because());
    }
  }

  private void excludes(Rule rule) {
    Arrays.stream(rule.excludes())
        .filter(given::containsKey)
        .forEach(
            key ->
                report.mistake(
                    place(key),
                    path.isEmpty() ? key : path + "." + key,
                    "can't stand beside " + subject(rule).strip(),
                    rule.because()));
  }

  private Node place(String key) {
    NodeTuple tuple = given.get(key);
    return tuple == null ? map : tuple.getKeyNode();
  }

  private String subject(Rule rule) {
    if (rule.when().isEmpty()) {
      return "";
    }
    return rule.is().isEmpty() ? rule.when() + " " : rule.when() + ": " + value(rule.when()) + " ";
  }
}
