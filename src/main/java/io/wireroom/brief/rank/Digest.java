package io.wireroom.brief.rank;

import java.util.List;

/**
 * What an article comes down to.
 *
 * @param takeaways most important first
 * @param summary paragraphs of whole sentences, in the article's order
 */
public record Digest(List<Excerpt> takeaways, List<List<Excerpt>> summary) {

  /** Of a text that says nothing. */
  public static final Digest NONE = new Digest(List.of(), List.of());

  public Digest {
    takeaways = List.copyOf(takeaways);
    summary = summary.stream().map(List::copyOf).toList();
  }
}
