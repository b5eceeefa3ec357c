package io.wireroom.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes one value from one text of the file: variables filled in, format checked, converted. */
final class ScalarReader {

  private final Report report;
  private final Variables variables;
  private final References references;

  ScalarReader(Report report, Variables variables, References references) {
    this.report = report;
    this.variables = variables;
    this.references = references;
  }

  /** The value, or null when there is a mistake, which is reported. */
  @Nullable Object read(Shape.Key key, ScalarNode node, String path) {
    if (key.secret()) {
      secret(key, node, path);
    }
    if (Binder.isNull(node)) {
      report.mistake(node, path, "has no value", "give it one, or take the key out");
      return null;
    }
    String text;
    try {
      text = variables.fill(node.getValue());
    } catch (BadValue e) {
      report.mistake(node, path, e.what(), e.hint());
      return null;
    }
    if (key.option().unique()) {
      references.define(text, node, path);
    }
    if (!key.option().refersTo().isEmpty()) {
      references.refer(key.option().refersTo(), text, node, path);
    }
    return convert(key, text, node, path);
  }

  /** The value of a key that isn't given. */
  Object standard(Shape.Key key) {
    try {
      Scalar scalar = Scalar.of(key.type());
      if (key.holder() == Shape.Holder.ONE) {
        return scalar.parse(key, key.option().def());
      }
      List<Object> values = new ArrayList<>();
      for (String item : key.option().def().split(", ?", -1)) {
        values.add(scalar.parse(key, item));
      }
      return values;
    } catch (BadValue e) {
      throw new IllegalStateException("default of " + key.name() + " " + e.what(), e);
    }
  }

  private @Nullable Object convert(Shape.Key key, String text, ScalarNode node, String path) {
    Scalar scalar = Scalar.of(key.type());
    try {
      return scalar.parse(key, text);
    } catch (BadValue e) {
      if (key.secret()) {
        report.mistake(node, path, "the value " + e.what(), e.hint());
      } else if (Variables.usedIn(node.getValue())) {
        // The details may hold what the variable stands for.
        report.mistake(node, path, Quote.of(node) + " does not stand for " + Scalar.words(key), "");
      } else {
        report.mistake(node, path, Quote.of(node) + " " + e.what(), e.hint());
      }
      return null;
    }
  }

  private void secret(Shape.Key key, ScalarNode node, String path) {
    report.hide(node);
    // Of the headers, most hold nothing secret.
    boolean worth = key.holder() != Shape.Holder.MAP || Masking.secretValue(path + ": value") >= 0;
    if (worth && !Binder.isNull(node) && !Variables.usedIn(node.getValue())) {
      report.warning(
          node,
          path,
          "a secret stands in the file",
          "keep it in the environment, ${NAME}, or in a file, ${file:/run/secrets/name}");
    }
  }
}
