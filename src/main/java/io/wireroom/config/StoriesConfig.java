package io.wireroom.config;

/** How articles that tell the same thing are brought together. */
public record StoriesConfig(
    @Option(
            value =
                "When two articles count as one story, so that the second is not sent again: `near`"
                    + " for near-copies, such as an agency report that five sites print; `exact` for"
                    + " the same address or the same text; `off` for never.",
            def = "near")
        Merge merge,
    @Option(
            value =
                "Who gets an article of a story that was sent before, when a good part of it is new:"
                    + " `thread` sends it below the first message where that can be done (Slack by"
                    + " token, Telegram, e-mail), and to webhooks and storage; `send` sends it"
                    + " everywhere, if need be as a message of its own; `drop` sends it nowhere. A"
                    + " subscription gets at most three a day of one story.",
            def = "thread")
        Updates updates) {

  /** Who gets an update of a story. */
  public enum Updates {
    THREAD,
    SEND,
    DROP
  }

  /** How alike two articles must be to count as one story. */
  public enum Merge {
    NEAR,
    EXACT,
    OFF
  }
}
