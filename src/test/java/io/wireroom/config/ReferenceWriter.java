package io.wireroom.config;

import java.util.ArrayList;
import java.util.List;

/** Writes the reference page of the config file, in Markdown, from its declarations. */
final class ReferenceWriter {

  private final StringBuilder page = new StringBuilder();

  private ReferenceWriter() {}

  static String write() {
    ReferenceWriter writer = new ReferenceWriter();
    writer.line("# The config file");
    writer.line("");
    writer.line(
        "<!-- Made from the records of io.wireroom.config by ReferenceTest; don't edit. -->");
    writer.line("");
    writer.line(
        "`config/wireroom.yaml` is YAML 1.2. `./wireroom check` names every mistake in it.");
    writer.line("");
    writer.line(
        "In any value, `${NAME}` stands for an environment variable, `${NAME:-text}` for one with a"
            + " default, `${file:/run/secrets/name}` for what a file holds; `$${` stands for"
            + " `${`. Lengths of time are written `500ms`, `1s`, `15m`, `2h`, `1d`, rates `1/s`,"
            + " `30/m`, `1000/h`, sizes `500KB`, `5MB`, `64MiB`. One value may stand for a list of"
            + " it: `tags: tech` is `tags: [tech]`.");
    writer.line("");
    writer.line("| key | |");
    writer.line("|---|---|");
    for (Shape.Key key : Shape.of(HubConfig.class).keys()) {
      writer.line("| [`" + key.name() + "`](#" + key.name() + ") | " + key.option().value() + " |");
    }
    for (Shape.Key key : Shape.of(HubConfig.class).keys()) {
      writer.section("##", key.name(), key);
    }
    writer.line("");
    writer.line("# The file of a test");
    writer.line("");
    writer.line(
        "`test.yaml` in each folder beside the config's `tests`; `./wireroom test` runs them. See"
            + " [testing.md](testing.md).");
    writer.table("#", "", Shape.of(TrialConfig.class));
    return writer.page.toString();
  }

  private void section(String level, String path, Shape.Key key) {
    line("");
    line(level + " " + path + (key.holder() == Shape.Holder.LIST ? "[]" : ""));
    line("");
    line(key.option().value());
    if (key.type().isSealed()) {
      Shape.kinds(key.type()).forEach(member -> member(level + "#", path, member));
    } else {
      table(level, path, Shape.of(key.type()));
    }
  }

  private void member(String level, String path, Class<?> type) {
    Kind kind = Shape.kind(type);
    line("");
    line(level + " " + path + "[] of kind " + kind.value());
    line("");
    line(kind.doc());
    table(level, path, Shape.of(type));
  }

  private void table(String level, String path, Shape shape) {
    line("");
    line("| key | type | default | | example |");
    line("|---|---|---|---|---|");
    List<Shape.Key> nested = new ArrayList<>();
    for (Shape.Key key : shape.keys()) {
      if (key.nested()) {
        nested.add(key);
      }
      line(
          "| `"
              + key.name()
              + "` | "
              + type(key)
              + " | "
              + standard(key)
              + " | "
              + key.option().value()
              + " | "
              + code(key.option().example())
              + " |");
    }
    if (!shape.rules().isEmpty()) {
      line("");
      shape.rules().forEach(rule -> line("- " + sentence(rule)));
    }
    nested.forEach(
        key -> section(level + "#", (path.isEmpty() ? "" : path + ".") + key.name(), key));
  }

  private static String type(Shape.Key key) {
    String one = key.nested() ? "keys below" : Scalar.words(key);
    String words =
        switch (key.holder()) {
          case ONE -> one;
          case LIST -> "list, each " + one;
          case MAP -> "map of names, each " + one;
        };
    boolean ranged = key.type() == int.class;
    return ranged ? words + ", " + key.option().min() + " to " + key.option().max() : words;
  }

  private static String standard(Shape.Key key) {
    if (key.required()) {
      return "**must be given**";
    }
    return code(key.option().def());
  }

  private static String sentence(Rule rule) {
    String subject = rule.when().isEmpty() ? "One of these" : "`" + rule.when() + "`";
    String condition = rule.is().isEmpty() ? "" : " = `" + rule.is().replace("|", "` or `") + "`";
    String keys =
        "`" + String.join("`, `", rule.needs()) + String.join("`, `", rule.excludes()) + "`";
    String verb =
        rule.needs().length > 0
            ? rule.when().isEmpty()
                ? " must be given: "
                : rule.needs().length > 1 ? " needs one of: " : " needs "
            : " can't stand beside: ";
    return subject + condition + verb + keys + "; " + rule.because() + ".";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
