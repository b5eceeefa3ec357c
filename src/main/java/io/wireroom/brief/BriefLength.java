package io.wireroom.brief;

/**
 * How long a brief may be.
 *
 * @param fewest takeaways, as far as the article has that many sentences worth it
 * @param most takeaways
 * @param maxChars code points of one takeaway
 */
public record BriefLength(int fewest, int most, int maxChars) {

  /** What readers get unless they ask otherwise. */
  public static final BriefLength USUAL = new BriefLength(3, 5, 240);

  public BriefLength {
    if (fewest < 1 || most < fewest) {
      throw new IllegalArgumentException("takeaways from " + fewest + " to " + most);
    }
    if (maxChars < 1) {
      throw new IllegalArgumentException("takeaways of " + maxChars + " characters");
    }
  }

  /** Exactly so many takeaways. */
  public static BriefLength takeaways(int count) {
    return new BriefLength(count, count, USUAL.maxChars());
  }
}
