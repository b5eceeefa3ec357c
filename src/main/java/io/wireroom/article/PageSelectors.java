package io.wireroom.article;

import org.jspecify.annotations.Nullable;

/**
 * A user's own knowledge of one site, as CSS selectors.
 *
 * @param body the elements whose text is the article; null to have it found
 * @param remove elements that are never the article; null for none
 */
public record PageSelectors(@Nullable String body, @Nullable String remove) {
  /** Nothing is known: the article is found by general rules. */
  public static final PageSelectors NONE = new PageSelectors(null, null);
}
