package io.wireroom.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Adds sources to the text of a config file, and leaves every other character of it alone. */
public final class SourceList {

  private static final String KEY = "sources";

  private final String text;
  private final @Nullable Node root;
  private final Set<String> urls = new LinkedHashSet<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<String> entries = new ArrayList<>();

  private SourceList(String text, @Nullable Node root) {
    this.text = text;
    this.root = root;
    if (sources() instanceof SequenceNode list) {
      for (Node source : list.getValue()) {
        find(source, "url").ifPresent(tuple -> urls.add(scalar(tuple.getValueNode())));
        find(source, "id").ifPresent(tuple -> ids.add(scalar(tuple.getValueNode())));
      }
    }
  }

  /**
   * The sources of a config file.
   *
   * @param text of the file; may be empty
   * @throws IllegalArgumentException when it is not YAML, or not a config
   */
  public static SourceList of(String text) {
    try {
      Node root = YamlText.compose(text).orElse(null);
      if (root == null || Binder.isNull(root)) {
        return new SourceList(text, null);
      }
      if (!isBlock(root)) {
        throw new IllegalArgumentException("the file is not a list of keys and values");
      }
      return new SourceList(text, root);
    } catch (YamlText.SyntaxMistake e) {
      throw new IllegalArgumentException(
          "line " + (e.line + 1) + ", column " + (e.column + 1) + ": " + e.message, e);
    }
  }

  /** What became of a source that was to be added. */
  public enum Added {
    YES,
    /** The file has a source with this address. */
    KNOWN,
    /** It has no http or https address. */
    BAD_ADDRESS
  }

  /** Adds a source, with an id made from its title or address that no other one has. */
  public Added add(String url, String title, List<String> tags) {
    try {
      Format.HTTP_URL.check(url);
    } catch (BadValue e) {
      return Added.BAD_ADDRESS;
    }
    if (!urls.add(url)) {
      return Added.KNOWN;
    }
    entries.add(YamlWords.source(id(url, title), url, title, tags));
    return Added.YES;
  }

  /** The sources added, as YAML to be pasted. */
  public String yaml() {
    return KEY + ":\n" + lines("  ", "\n");
  }

  /**
   * The file's text with the sources added after those that it has.
   *
   * @throws IllegalArgumentException when there is no safe place to put them
   */
  public String text() {
    if (entries.isEmpty()) {
      return text;
    }
    String eol = text.contains("\r\n") ? "\r\n" : "\n";
    String changed = insert(eol);
    SourceList check = of(changed);
    if (!check.urls.equals(urls) || !check.ids.equals(ids)) {
      throw noPlace();
    }
    return changed;
  }

  private String insert(String eol) {
    Node sources = sources();
    if (sources instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return isBlock(list) ? afterLast(list, eol) : beforeBracket(list);
    }
    Optional<NodeTuple> tuple = find(root, KEY);
    if (tuple.isEmpty()) {
      String gap = text.isEmpty() || text.endsWith("\n") ? "" : eol;
      return text + gap + KEY + ":" + eol + lines("  ", eol);
    }
    Node value = tuple.get().getValueNode();
    if (!Binder.isNull(value) && !(value instanceof SequenceNode)) {
      throw noPlace();
    }
    int from = offset(value.getStartMark().orElseThrow());
    int to = offset(value.getEndMark().orElseThrow());
    int rest = lineEnd(to);
    return text.substring(0, from).stripTrailing()
        + text.substring(to, rest)
        + (rest == text.length() ? eol : text.substring(rest, afterBreak(rest)))
        + lines("  ", eol)
        + text.substring(afterBreak(rest));
  }

  private String afterLast(SequenceNode list, String eol) {
    String indent = " ".repeat(list.getStartMark().orElseThrow().getColumn());
    Mark end = lastLeaf(list).getEndMark().orElseThrow();
    int at = offset(end);
    // A block of text ends where the next line begins; all else ends in its own line.
    int next = end.getColumn() == 0 ? at : afterBreak(lineEnd(at));
    String gap = next > 0 && text.charAt(next - 1) != '\n' ? eol : "";
    return text.substring(0, next) + gap + lines(indent, eol) + text.substring(next);
  }

  private String beforeBracket(SequenceNode list) {
    int bracket = offset(list.getEndMark().orElseThrow()) - 1;
    String before = text.substring(0, bracket).stripTrailing();
    String comma = before.endsWith(",") ? " " : ", ";
    return before + comma + String.join(", ", entries) + text.substring(bracket);
  }

  private String lines(String indent, String eol) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(indent).append("- ").append(entry).append(eol));
    return lines.toString();
  }

  private @Nullable Node sources() {
    return find(root, KEY).map(NodeTuple::getValueNode).orElse(null);
  }

  private static Node lastLeaf(Node node) {
    if (isBlock(node) && node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return lastLeaf(list.getValue().get(list.getValue().size() - 1));
    }
    if (isBlock(node) && node instanceof MappingNode map && !map.getValue().isEmpty()) {
      return lastLeaf(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    return node;
  }

  private static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK;
  }

  private static Optional<NodeTuple> find(@Nullable Node node, String key) {
    return node instanceof MappingNode map
        ? map.getValue().stream()
            .filter(tuple -> scalar(tuple.getKeyNode()).equals(key))
            .findFirst()
        : Optional.empty();
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int afterBreak(int lineEnd) {
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length());
  }

  private String id(String url, String title) {
    String slug = YamlWords.slug(title);
    String base =
        slug.isEmpty() ? YamlWords.slug(url.replaceFirst("^https?://(www\\.)?", "")) : slug;
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  private static IllegalArgumentException noPlace() {
    return new IllegalArgumentException("there is no safe place for sources in this file");
  }
}
