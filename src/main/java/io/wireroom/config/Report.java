package io.wireroom.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Collects what is wrong with one file, and where. Excerpts are cut at the end, when every value
 * that must not be shown is known.
 */
final class Report {

  private static final Comparator<Mistake> IN_ORDER =
      Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

  private final String file;
  private final Excerpts excerpts;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Mistake> warnings = new ArrayList<>();
  private final Map<String, Node> places = new HashMap<>();

  Report(String file, String text) {
    this.file = file;
    this.excerpts = new Excerpts(text);
  }

  void mistake(Node at, String path, String message, String hint) {
    mistakes.add(finding(at, path, message, hint));
  }

  void warning(Node at, String path, String message, String hint) {
    warnings.add(finding(at, path, message, hint));
  }

  /** A mistake that keeps the file from being parsed. Line and column count from 0. */
  void unparsed(int line, int column, String message, String hint) {
    excerpts.hideWhatFollowsSecretKeys();
    mistakes.add(new Mistake(file, line + 1, column + 1, "", message, hint, ""));
  }

  /** A warning about a key that was read; at the top of the file when it was not given. */
  void warning(String path, String message, String hint) {
    warnings.add(finding(places.get(path), path, message, hint));
  }

  /** Keeps in mind where a key's value stands. */
  void place(String path, Node node) {
    places.put(path, node);
  }

  /** Keeps a value out of every excerpt. */
  void hide(Node node) {
    excerpts.hide(node);
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  boolean clean() {
    return mistakes.isEmpty();
  }

  List<Mistake> mistakes() {
    return finished(mistakes);
  }

  List<Mistake> warnings() {
    return finished(warnings);
  }

  private Mistake finding(@Nullable Node at, String path, String message, String hint) {
    Mark mark = at == null ? null : at.getStartMark().orElse(null);
    return mark == null
        ? new Mistake(file, 0, 0, path, message, hint, "")
        : new Mistake(file, mark.getLine() + 1, mark.getColumn() + 1, path, message, hint, "");
  }

  private List<Mistake> finished(List<Mistake> findings) {
    return findings.stream().sorted(IN_ORDER).map(this::withExcerpt).toList();
  }

  private Mistake withExcerpt(Mistake m) {
    String excerpt = m.line() == 0 ? "" : excerpts.at(m.line(), m.column());
    return new Mistake(m.file(), m.line(), m.column(), m.path(), m.message(), m.hint(), excerpt);
  }
}
