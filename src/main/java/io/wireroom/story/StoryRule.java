package io.wireroom.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When two articles tell the same story, and when the later one has news in it.
 *
 * @param merge how alike they must be
 * @param updates who gets the later one, when it has news in it
 */
public record StoryRule(Merge merge, Updates updates) {

  /** How alike two articles must be to count as one story. */
  public enum Merge {
    /** Never: every article stands for itself. */
    OFF,
    /** The same address or the same text, to the letter. */
    EXACT,
    /** Near-copies too, such as an agency report that five sites print. */
    NEAR
  }

  /** Who gets an update of a story. */
  public enum Updates {
    /** Those where it does not stand as another message between others. */
    THREAD,
    /** All who were told the story. */
    SEND,
    /** Nobody. */
    DROP
  }

  /**
   * Updates of one story that one subscription gets in a day, so that a live page floods nobody.
   */
  public static final int UPDATES_A_DAY = 3;

  /**
   * The least share of an article's words that are news: more than the headline, byline and closing
   * paragraph that a site gives an agency's report.
   */
  static final double NEWS_SHARE = 0.2;

  /** The least number of words that are news: about a long paragraph. */
  static final int NEWS_WORDS = 80;

  /** Updates go where they are no message of their own. */
  public StoryRule(Merge merge) {
    this(merge, Updates.THREAD);
  }

  /**
   * The least similarity of near-copies. Agency copy with another headline, byline and closing
   * paragraph stays above it; two reports of one event by two writers stay far below.
   */
  static final double NEAR_COPY = 0.6;

  /** Whether the two are near-copies, so that the second is not posted again. */
  public boolean same(Fingerprint first, Fingerprint second) {
    return merge == Merge.NEAR && first.similarity(second) >= NEAR_COPY;
  }

  /**
   * Whether an article says something new about a story: enough of its word triples are in no text
   * that was told before.
   *
   * @param text the article's
   * @param told the texts of the story that went out
   */
  public boolean news(String text, List<String> told) {
    if (updates == Updates.DROP) {
      return false;
    }
    Set<String> triples = Fingerprint.triples(text);
    Set<String> fresh = new HashSet<>(triples);
    told.forEach(each -> fresh.removeAll(Fingerprint.triples(each)));
    return fresh.size() >= NEWS_WORDS && fresh.size() >= NEWS_SHARE * triples.size();
  }
}
