package io.wireroom.config;

/** How articles that tell the same thing are brought together. */
public record StoriesConfig(
    @Option(
            value =
                "When two articles count as one story, so that the second is not sent again: `near`"
                    + " for near-copies, such as an agency report that five sites print; `exact` for"
                    + " the same address or the same text; `off` for never.",
            def = "near")
        Merge merge) {

  /** How alike two articles must be to count as one story. */
  public enum Merge {
    NEAR,
    EXACT,
    OFF
  }
}
