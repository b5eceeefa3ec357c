package io.wireroom.deliver.slack;

import io.wireroom.brief.Plain;
import io.wireroom.brief.Truncation;
import java.util.regex.Pattern;

/**
 * Plain text as Slack's mrkdwn: shows exactly that text, calls nobody, and fits. Limits count
 * UTF-16 units of the escaped text, the most cautious reading of Slack's "characters". Source:
 * Slack, "Formatting message text".
 */
final class Mrkdwn {

  /** What calls everyone when a client or a workspace's settings link names in text. */
  private static final Pattern CALL =
      Pattern.compile("@(?=(?:channel|here|everyone|group)\\b)", Pattern.CASE_INSENSITIVE);

  private static final Pattern EMOJI =
      Pattern.compile(":(?=(?:[\\w+-]*[a-z][\\w+-]*|[+-]1|100|1234):)", Pattern.CASE_INSENSITIVE);

  /** A mark that could begin or end formatting: it stands at the edge of a word, not inside one. */
  private static final Pattern MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`](?=\\S)|(?<=\\S)[*_~`](?![\\p{L}\\p{N}])");

  private static final String MARKS = "*_~`";

  /** mrkdwn has no escape for its marks; these look like them and mean nothing to Slack. */
  private static final String LOOK_ALIKES = "\u2217\u02CD\u223C\u02CB";

  private static final String WORD_JOINER = "\u2060";

  private Mrkdwn() {}

  /** One line of at most {@code max} units, cut between words and never inside an entity. */
  static String text(String plain, int max) {
    return Truncation.escaped(Plain.line(plain), max, Mrkdwn::escape);
  }

  /** How many units an address takes in a link. */
  static int length(String address) {
    return target(address).length();
  }

  /** A link; its label is cut to {@code room} units, its address never. */
  static String link(String address, String label, int room) {
    return "<" + target(address) + "|" + text(label.replace('|', '\u00a6'), room) + ">";
  }

  private static String target(String address) {
    return entities(address.replace("|", "%7C").replace(" ", "%20"));
  }

  private static String escape(String plain) {
    String quiet = CALL.matcher(plain).replaceAll("@" + WORD_JOINER);
    String wordy = EMOJI.matcher(quiet).replaceAll(":" + WORD_JOINER);
    return entities(unmarked(wordy));
  }

  /** Two marks of a kind could be a pair; a single one, as of a footnote, stays as it is. */
  private static String unmarked(String text) {
    int[] seen = new int[MARKS.length()];
    MARK.matcher(text).results().forEach(mark -> seen[MARKS.indexOf(mark.group())]++);
    return MARK.matcher(text)
        .replaceAll(
            found -> {
              int mark = MARKS.indexOf(found.group());
              return seen[mark] > 1 ? LOOK_ALIKES.substring(mark, mark + 1) : found.group();
            });
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
