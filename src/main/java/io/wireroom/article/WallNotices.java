package io.wireroom.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How pages ask a reader to pay, log in, consent or prove to be human in order to read on. Phrases
 * that stand on walls only: a newsletter, a shop or a report elsewhere are offered in like words.
 */
final class WallNotices {

  /** The asking and what it is for, in one sentence, in either order. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:subscribe|subscription|log ?in|sign ?in|sign ?up|register|create an? (?:\\w+"
              + " )?account|become a (?:\\w+ )?(?:member|subscriber)|start your (?:\\w+"
              + " )?trial)\\b[^.!?]{0,60}\\b(?:to|and) (?:continue|keep reading|read"
              + " (?:this|the|on|more|full|in full|all)|access (?:this|the)|view"
              + " (?:this|the)|unlock|get full access|see the full)|\\bto (?:continue|keep)"
              + " reading\\b[^.!?]{0,60}\\b(?:subscri|log ?in|sign ?in|sign"
              + " ?up|register|account|member)");

  private static final Pattern OTHER_OFFERS =
      Pattern.compile("newsletter|e-?mail|inbox|podcast|channel|comment|scroll|discussion");

  private static final List<String> PHRASES = Phrases.of("wall");

  private WallNotices() {}

  /**
   * @param text of a block that is short enough for a notice, in lower case
   */
  static boolean contains(String text) {
    return ASKED.matcher(text).find() && !OTHER_OFFERS.matcher(text).find()
        || PHRASES.stream().anyMatch(text::contains);
  }
}
