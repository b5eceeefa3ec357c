package io.wireroom.config;

import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Quotes values in messages as the file has them: never what a variable stands for. */
final class Quote {

  private static final int LONGEST = 60;

  private Quote() {}

  static String of(ScalarNode node) {
    String text = Masking.shapes(node.getValue()).replaceAll("\\s+", " ");
    int length = text.codePointCount(0, text.length());
    return "\""
        + (length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…")
        + "\"";
  }
}
