package io.wireroom.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into a tree that knows its lines and columns, and words what is wrong with it. */
final class YamlText {

  /** Enough to share lists and maps among sources, too few to blow up a small file. */
  private static final int MAX_ALIASES = 200;

  private YamlText() {}

  /**
   * The tree; empty when there is nothing but comments.
   *
   * @throws SyntaxMistake at the first mistake; the parser can't go on after it
   */
  static Optional<Node> compose(String text) throws SyntaxMistake {
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(RecordFile.MAX_BYTES)
            .setSchema(new CoreSchema())
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw worded(e);
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(e.getPosition(), text.length()));
      int line = (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n') - 1;
      throw new SyntaxMistake(line, column, "a character that YAML doesn't allow", "take it out");
    } catch (YamlEngineException e) {
      throw new SyntaxMistake(
          0, 0, "more than " + MAX_ALIASES + " aliases of lists or maps", "write some of them out");
    }
  }

  private static SyntaxMistake worded(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    Optional<Mark> at = e.getProblemMark();
    if (problem.contains("TAB")) {
      return mistake(at, "a tab", "YAML is indented with spaces");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return mistake(e.getContextMark(), "a quotation that has no end", "close it with a quote");
    }
    if (problem.contains("escape")) {
      return mistake(
          at, "an unknown escape", "in double quotes write \\\\ for a \\, or use single quotes");
    }
    if (context.contains("flow")) {
      String open = context.contains("mapping") ? "{" : "[";
      int line = e.getContextMark().map(mark -> mark.getLine() + 1).orElse(0);
      return mistake(
          at,
          "the " + open + " of line " + line + " is not closed before this",
          "close it, put commas between entries, and quote values that hold { } [ ] or ,");
    }
    if (problem.contains("mapping values are not allowed")) {
      return mistake(
          at,
          "a second \": \" in one line, or wrong indentation",
          "quote a value that holds \": \"; give keys of one map the same indentation");
    }
    if (problem.contains("cannot start any token")) {
      return mistake(at, "a value can't begin with this character", "quote the value");
    }
    if (problem.contains("could not find expected ':'")) {
      return mistake(e.getContextMark(), "a key without a \":\"", "write key: value");
    }
    if (problem.contains("block end")) {
      return mistake(at, "wrong indentation", "align it with the keys or entries it belongs to");
    }
    if (problem.contains("undefined alias")) {
      return mistake(at, "an alias of nothing", "quote a value that begins with *");
    }
    return mistake(at, problem, context.equals("null") ? "" : context);
  }

  private static SyntaxMistake mistake(Optional<Mark> at, String message, String hint) {
    return new SyntaxMistake(
        at.map(Mark::getLine).orElse(0), at.map(Mark::getColumn).orElse(0), message, hint);
  }

  /** The text is not YAML. Line and column count from 0. */
  static final class SyntaxMistake extends Exception {

    private static final long serialVersionUID = 1L;

    final int line;
    final int column;
    final String message;
    final String hint;

    SyntaxMistake(int line, int column, String message, String hint) {
      super(message);
      this.line = line;
      this.column = column;
      this.message = message;
      this.hint = hint;
    }
  }
}
