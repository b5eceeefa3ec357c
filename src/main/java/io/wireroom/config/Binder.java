package io.wireroom.config;

import java.util.ArrayList;
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
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes records from a YAML tree by their {@link Shape}. It goes on after a mistake, so that all of
 * them are reported; null stands for a value that could not be made, and whose mistake is reported.
 */
final class Binder {

  private static final String KIND = "kind";

  private final Report report;
  private final ScalarReader scalars;
  private final References references;

  Binder(Report report, Variables variables) {
    this.report = report;
    this.references = new References(report);
    this.scalars = new ScalarReader(report, variables, references);
  }

  /** Makes the record for a whole file; null after a mistake. */
  <T> @Nullable T bind(Class<T> type, Node root) {
    Object bound = record(type, root, "");
    references.check();
    return report.clean() && bound != null ? type.cast(bound) : null;
  }

  private @Nullable Object record(Class<?> type, Node node, String path) {
    if (!(node instanceof MappingNode map)) {
      wrongType(node, path, "a map of keys and values");
      return null;
    }
    Map<String, NodeTuple> given = entries(map, path);
    if (type.isSealed()) {
      return member(type, map, given, path);
    }
    return record(Shape.of(type), map, given, path);
  }

  private @Nullable Object member(
      Class<?> family, MappingNode map, Map<String, NodeTuple> given, String path) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    Shape.kinds(family).forEach(member -> kinds.put(Shape.kind(member).value(), member));
    Node kind = take(given, KIND);
    Class<?> member = kind instanceof ScalarNode word ? kinds.get(word.getValue()) : null;
    if (member != null) {
      return record(Shape.of(member), map, given, path);
    }
    if (kind instanceof ScalarNode word) {
      String hint = Nearest.hint(word.getValue(), kinds.keySet());
      report.mistake(word, join(path, KIND), Quote.of(word) + " is not a kind", hint);
    } else {
      String hint = "it is one of " + String.join(", ", kinds.keySet());
      report.mistake(kind == null ? map : kind, join(path, KIND), "missing", hint);
    }
    // What the other keys may be, only the kind says; the unique ones, others may refer to.
    for (Shape.Key key : Shape.of(Shape.kinds(family).get(0)).keys()) {
      Node value = take(given, key.name());
      if (value != null && key.option().unique()) {
        value(key, value, join(path, key.name()));
      } else if (value != null) {
        report.hide(value);
      }
    }
    given.values().forEach(tuple -> report.hide(tuple.getValueNode()));
    return null;
  }

  private @Nullable Object record(
      Shape shape, MappingNode map, Map<String, NodeTuple> given, String path) {
    new Rules(report, shape, map, given, path).check();
    boolean broken = false;
    List<@Nullable Object> values = new ArrayList<>();
    for (Shape.Key key : shape.keys()) {
      Node node = take(given, key.name());
      String at = join(path, key.name());
      Object value;
      if (node == null || (isNull(node) && (key.nested() || key.holder() != Shape.Holder.ONE))) {
        if (key.required() && !misspelt(key.name(), shape, given)) {
          missing(key, map, at);
        }
        value = absent(key, map, at);
        broken |= value == null && !key.nullable();
      } else {
        report.place(at, node);
        value = value(key, node, at);
        broken |= value == null;
      }
      values.add(value);
    }
    given.forEach((name, tuple) -> unknown(name, tuple, shape.names(), path));
    return broken ? null : make(shape, values, map, path);
  }

  private @Nullable Object make(
      Shape shape, List<@Nullable Object> values, MappingNode map, String path) {
    try {
      return shape.make(values);
    } catch (IllegalArgumentException e) {
      report.mistake(map, path, String.valueOf(e.getMessage()), "");
      return null;
    }
  }

  private @Nullable Object absent(Shape.Key key, MappingNode parent, String path) {
    if (!key.option().def().isEmpty()) {
      return scalars.standard(key);
    }
    return switch (key.holder()) {
      case LIST -> List.of();
      case MAP -> Map.of();
      case ONE ->
          key.nested() && !key.nullable()
              ? record(Shape.of(key.type()), parent, new HashMap<>(), path)
              : null;
    };
  }

  private @Nullable Object value(Shape.Key key, Node node, String path) {
    return switch (key.holder()) {
      case ONE -> one(key, node, path);
      case LIST -> list(key, node, path);
      case MAP -> map(key, node, path);
    };
  }

  private @Nullable Object one(Shape.Key key, Node node, String path) {
    if (key.nested()) {
      return record(key.type(), node, path);
    }
    if (node instanceof ScalarNode scalar) {
      return scalars.read(key, scalar, path);
    }
    wrongType(node, path, Scalar.words(key));
    return null;
  }

  private @Nullable Object list(Shape.Key key, Node node, String path) {
    if (!(node instanceof SequenceNode list)) {
      if (key.nested() || !(node instanceof ScalarNode scalar)) {
        wrongType(node, path, "a list, each entry after \"- \"");
        return null;
      }
      Object only = scalars.read(key, scalar, path);
      return only == null ? null : List.of(only);
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      Object value = one(key, list.getValue().get(i), path + "[" + i + "]");
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == list.getValue().size() ? values : null;
  }

  private @Nullable Object map(Shape.Key key, Node node, String path) {
    if (!(node instanceof MappingNode map)) {
      wrongType(node, path, "a map of names and values");
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, NodeTuple> given = entries(map, path);
    given.forEach(
        (name, tuple) -> {
          String at = join(path, name);
          try {
            Format.HEADER_NAME.check(name);
          } catch (BadValue e) {
            report.mistake(tuple.getKeyNode(), at, "the name " + e.what(), e.hint());
          }
          Object bound = one(key, tuple.getValueNode(), at);
          if (bound != null) {
            values.put(name, bound);
          }
        });
    return values.size() == given.size() ? values : null;
  }

  /** The values by key; what is wrong with the keys themselves is reported. */
  private Map<String, NodeTuple> entries(MappingNode map, String path) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        report.mistake(tuple.getKeyNode(), path, "a key must be a word", "");
        report.hide(tuple.getValueNode());
        continue;
      }
      Integer first = lines.putIfAbsent(key.getValue(), Report.line(key));
      if (first == null) {
        entries.put(key.getValue(), tuple);
      } else {
        report.mistake(
            key, join(path, key.getValue()), "given twice", "it is already in line " + first);
        report.hide(tuple.getValueNode());
      }
    }
    return entries;
  }

  private static @Nullable Node take(Map<String, NodeTuple> given, String name) {
    NodeTuple tuple = given.remove(name);
    return tuple == null ? null : tuple.getValueNode();
  }

  /** Whether an unknown key is near enough to stand for this one: one mistake then, not two. */
  private static boolean misspelt(String name, Shape shape, Map<String, NodeTuple> given) {
    return given.keySet().stream()
        .filter(other -> shape.key(other).isEmpty())
        .anyMatch(other -> Nearest.to(other, shape.names()).equals(Optional.of(name)));
  }

  private void unknown(String name, NodeTuple tuple, List<String> known, String path) {
    report.hide(tuple.getValueNode());
    report.mistake(tuple.getKeyNode(), join(path, name), "unknown key", Nearest.hint(name, known));
  }

  private void missing(Shape.Key key, Node parent, String path) {
    String example = key.option().example();
    report.mistake(
        parent,
        path,
        "missing",
        example.isEmpty() ? "" : "for example: " + key.name() + ": " + example);
  }

  private void wrongType(Node node, String path, String wanted) {
    report.hide(node);
    String found =
        isNull(node)
            ? "nothing"
            : node instanceof MappingNode
                ? "a map"
                : node instanceof SequenceNode ? "a list" : "one value";
    report.mistake(node, path, "this is " + found, "it must be " + wanted);
  }

  static boolean isNull(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
