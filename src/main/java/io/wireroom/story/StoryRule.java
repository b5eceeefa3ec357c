package io.wireroom.story;

/**
 * When two articles tell the same story.
 *
 * @param merge how alike they must be
 */
public record StoryRule(Merge merge) {

  /** How alike two articles must be to count as one story. */
  public enum Merge {
    /** Never: every article stands for itself. */
    OFF,
    /** The same address or the same text, to the letter. */
    EXACT,
    /** Near-copies too, such as an agency report that five sites print. */
    NEAR
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
}
