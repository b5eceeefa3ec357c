package io.wireroom.article;

import java.util.Locale;

/**
 * A piece of an article as its page shows it.
 *
 * @param text plain; a line break inside the piece is {@code \n}
 */
public record Passage(Kind kind, String text) {

  /** What a reader sees the piece as. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    LIST_ITEM,
    QUOTATION,
    /** Of a picture or a film; not in the article's running text. */
    CAPTION;

    /** As it is written in JSON, such as {@code list-item}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
