package io.wireroom.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The article's text as the page's own data states it (JSON-LD {@code articleBody}). A witness, not
 * the text: it is often cut, without paragraphs, or of another article.
 */
final class StatedBody {
  /** A shorter one is a teaser. */
  private static final int FEWEST_WORDS = 60;

  private static final int SHINGLE = 3;

  private final Set<Integer> shingles = new HashSet<>();

  StatedBody(String text) {
    List<String> words = Words.of(text);
    if (words.size() < FEWEST_WORDS) {
      return;
    }
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(words.subList(i, i + SHINGLE).hashCode());
    }
  }

  /** The share of the text's word triples that are stated; 0 when nothing is. */
  double likeness(String text) {
    if (shingles.isEmpty()) {
      return 0;
    }
    List<String> words = Words.of(text);
    int all = words.size() - SHINGLE + 1;
    int found = 0;
    for (int i = 0; i < all; i++) {
      found += shingles.contains(words.subList(i, i + SHINGLE).hashCode()) ? 1 : 0;
    }
    return all <= 0 ? 0 : (double) found / all;
  }
}
