package io.wireroom.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Shows a line of the config file with a caret under the column in question, without secrets. */
final class Excerpts {

  private static final String INDENT = "    ";
  private static final String MASK = "***";

  /** How much of a line is shown, in code points; a longer one is cut around the column. */
  private static final int WIDTH = 100;

  private final String text;
  private final List<Hidden> hidden = new ArrayList<>();

  Excerpts(String text) {
    this.text = text;
  }

  /** Keeps a value out of all excerpts. */
  void hide(Node node) {
    Mark from = node.getStartMark().orElseThrow();
    Mark to = node.getEndMark().orElseThrow();
    hidden.add(new Hidden(from.getLine(), from.getColumn(), to.getLine(), to.getColumn()));
  }

  /** For a text that can't be parsed, so that nobody knows which values are secret. */
  void hideWhatFollowsSecretKeys() {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int from = Masking.secretValue(line);
      if (from >= 0) {
        hidden.add(new Hidden(i, line.codePointCount(0, from), i, length(line)));
      }
    }
  }

  /** The line and the caret, on two lines, indented. Line and column count from 1. */
  String at(int line, int column) {
    String whole = text.lines().skip(line - 1L).findFirst().orElse("");
    Cut cut = mask(new Cut(whole, Math.min(column - 1, length(whole))), line - 1);
    String shown = Masking.shapes(cut.line()).stripTrailing();
    int caret = Math.min(cut.caret(), length(shown));
    int from = Math.max(0, Math.min(caret - WIDTH / 2, length(shown) - WIDTH));
    int to = Math.min(length(shown), from + WIDTH);
    String part =
        (from > 0 ? "…" : "")
            + shown.substring(shown.offsetByCodePoints(0, from), shown.offsetByCodePoints(0, to))
            + (to < length(shown) ? "…" : "");
    String before =
        part.substring(0, part.offsetByCodePoints(0, caret - from + (from > 0 ? 1 : 0)));
    return INDENT + part + "\n" + INDENT + before.replaceAll("[^\t]", " ") + "^";
  }

  private Cut mask(Cut cut, int line) {
    List<Hidden> here =
        hidden.stream()
            .filter(span -> span.firstLine <= line && line <= span.lastLine)
            .sorted(Comparator.comparingInt(Hidden::firstColumn).reversed())
            .toList();
    Cut masked = cut;
    for (Hidden span : here) {
      int from = span.firstLine == line ? span.firstColumn : 0;
      int to = span.lastLine == line ? span.lastColumn : length(cut.line());
      masked = masked.without(from, to);
    }
    return masked;
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }

  /** What no excerpt may show; lines and columns from 0, the last column not included. */
  private record Hidden(int firstLine, int firstColumn, int lastLine, int lastColumn) {}

  /** A line and the column of the caret, in code points from 0. */
  private record Cut(String line, int caret) {

    Cut without(int from, int to) {
      int end = Math.min(to, length(line));
      if (from >= end) {
        return this;
      }
      String masked =
          line.substring(0, line.offsetByCodePoints(0, from))
              + MASK
              + line.substring(line.offsetByCodePoints(0, end));
      int moved = caret <= from ? caret : Math.max(from, caret - (end - from) + MASK.length());
      return new Cut(masked, moved);
    }
  }
}
