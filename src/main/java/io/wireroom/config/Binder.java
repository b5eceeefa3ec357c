package io.wireroom.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
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

  /** Whether a key stands in the file without a value. */
  static boolean isNull(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private @Nullable Object record(Class<?> type, Node node, String path) {
    if (!(node instanceof MappingNode map)) {
      return wrongType(node, path, "a map of keys and values");
    }
    Given given = new Given(report, map, path);
    return type.isSealed() ? member(type, given) : record(Shape.of(type), given);
  }

  private @Nullable Object member(Class<?> family, Given given) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    Shape.kinds(family).forEach(member -> kinds.put(Shape.kind(member).value(), member));
    Node kind = given.take(KIND);
    String known = String.join(", ", kinds.keySet());
    if (kind instanceof ScalarNode word && !isNull(word)) {
      Class<?> member = kinds.get(word.getValue());
      if (member != null) {
        return record(Shape.of(member), given);
      }
      String question = Nearest.question(word.getValue(), kinds.keySet());
      report.mistake(word, given.at(KIND), Quote.of(word) + " is not one of " + known, question);
    } else {
      Node place = kind == null ? given.place() : kind;
      report.mistake(place, given.at(KIND), "missing", "it is one of " + known);
    }
    // Only the kind says what the other keys are; but others may refer to the unique ones.
    for (Shape.Key key : Shape.of(Shape.kinds(family).get(0)).keys()) {
      Node value = key.option().unique() ? given.take(key.name()) : null;
      if (value != null) {
        value(key, value, given.at(key.name()));
      }
    }
    given.hide();
    return null;
  }

  private @Nullable Object record(Shape shape, Given given) {
    new Rules(report, shape, given).check();
    boolean broken = false;
    List<@Nullable Object> values = new ArrayList<>();
    for (Shape.Key key : shape.keys()) {
      Node node = given.take(key.name());
      Object value;
      if (node == null || (isNull(node) && !key.single())) {
        value = absent(key, shape, given);
        broken |= value == null && !key.nullable();
      } else {
        report.place(given.at(key.name()), node);
        value = value(key, node, given.at(key.name()));
        broken |= value == null;
      }
      values.add(value);
    }
    given.unknown(shape.names());
    return broken ? null : make(shape, values, given);
  }

  private @Nullable Object make(Shape shape, List<@Nullable Object> values, Given given) {
    try {
      return shape.make(values);
    } catch (IllegalArgumentException e) {
      report.mistake(given.place(), given.path(), String.valueOf(e.getMessage()), "");
      return null;
    }
  }

  private @Nullable Object absent(Shape.Key key, Shape shape, Given given) {
    if (!key.option().def().isEmpty()) {
      return scalars.standard(key);
    }
    if (key.required() && !given.misspelt(key.name(), shape.names())) {
      String example = key.option().example();
      String hint = example.isEmpty() ? "" : "for example: " + key.name() + ": " + example;
      report.mistake(given.place(), given.at(key.name()), "missing", hint);
    }
    return switch (key.holder()) {
      case LIST -> List.of();
      case MAP -> Map.of();
      case ONE -> key.nested() && !key.nullable() ? standard(key, given) : null;
    };
  }

  /** A record whose keys all have defaults, made from none. */
  private @Nullable Object standard(Shape.Key key, Given parent) {
    MappingNode none = new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);
    return record(Shape.of(key.type()), new Given(report, none, parent.at(key.name())));
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
    return node instanceof ScalarNode scalar
        ? scalars.read(key, scalar, path)
        : wrongType(node, path, Scalar.words(key));
  }

  private @Nullable Object list(Shape.Key key, Node node, String path) {
    if (node instanceof SequenceNode list) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < list.getValue().size(); i++) {
        Object value = one(key, list.getValue().get(i), path + "[" + i + "]");
        if (value != null) {
          values.add(value);
        }
      }
      return values.size() == list.getValue().size() ? values : null;
    }
    if (node instanceof ScalarNode scalar && !key.nested()) {
      Object only = scalars.read(key, scalar, path);
      return only == null ? null : List.of(only);
    }
    return wrongType(node, path, "a list, each entry after \"- \"");
  }

  private @Nullable Object map(Shape.Key key, Node node, String path) {
    if (!(node instanceof MappingNode map)) {
      return wrongType(node, path, "a map of names and values");
    }
    Given given = new Given(report, map, path);
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> names = given.names();
    for (String name : names) {
      try {
        key.option().names().check(name);
      } catch (BadValue e) {
        report.mistake(given.place(name), given.at(name), "the name " + e.what(), e.hint());
      }
      Node value = given.take(name);
      Object bound = value == null ? null : one(key, value, given.at(name));
      if (bound != null) {
        values.put(name, bound);
      }
    }
    return values.size() == names.size() ? values : null;
  }

  private @Nullable Object wrongType(Node node, String path, String wanted) {
    report.hide(node);
    String found = "one value";
    if (node instanceof MappingNode) {
      found = "a map";
    } else if (node instanceof SequenceNode) {
      found = "a list";
    } else if (isNull(node)) {
      found = "nothing";
    }
    report.mistake(node, path, "this is " + found, "it must be " + wanted);
    return null;
  }
}
