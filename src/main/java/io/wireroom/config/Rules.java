package io.wireroom.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one map of the file to the rules of its record. */
final class Rules {

  private final Report report;
  private final Shape shape;
  private final Given given;

  Rules(Report report, Shape shape, Given given) {
    this.report = report;
    this.shape = shape;
    this.given = given;
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
      return given.has(rule.when());
    }
    String value = value(rule.when());
    return value != null && value.matches(rule.is());
  }

  /** The key's value as it stands in the file, its default included. */
  private @Nullable String value(String key) {
    if (given.has(key)) {
      return given.text(key);
    }
    String standard = shape.key(key).map(known -> known.option().def()).orElse("");
    return standard.isEmpty() ? null : standard;
  }

  private void needs(Rule rule) {
    List<String> needed = List.of(rule.needs());
    if (!needed.isEmpty() && needed.stream().noneMatch(given::has)) {
      report.mistake(
          given.place(rule.when()),
          given.path(),
          subject(rule) + "needs " + String.join(" or ", needed),
          rule.because());
    }
  }

  private void excludes(Rule rule) {
    for (String key : rule.excludes()) {
      if (given.has(key)) {
        report.mistake(
            given.place(key),
            given.at(key),
            "can't stand beside " + subject(rule).strip(),
            rule.because());
      }
    }
  }

  private String subject(Rule rule) {
    if (rule.when().isEmpty()) {
      return "";
    }
    return rule.is().isEmpty() ? rule.when() + " " : rule.when() + ": " + value(rule.when()) + " ";
  }
}
