package io.wireroom.config;

import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** Checks CSS selectors; a text that begins with {@code $} is a JSONPath and passes. */
final class Selectors {

  private Selectors() {}

  static void check(String text) throws BadValue {
    if (text.startsWith("$")) {
      return;
    }
    try {
      QueryParser.parse(text);
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new BadValue("is not a CSS selector", "such as \"article h2 a\"");
    }
  }
}
