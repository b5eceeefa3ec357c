package io.wireroom.article;

import java.util.Locale;

/** How much of an article its page gave us. */
public enum ArticleStatus {
  /** The whole text, or enough to summarise. */
  FULL,
  /** A teaser: too little text to say anything that the source does not say itself. */
  THIN,
  /** The page hides its text behind a wall (pay, log in, consent). */
  GATED,
  /** No text at all. */
  EMPTY;

  /** The lower-case word used in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
