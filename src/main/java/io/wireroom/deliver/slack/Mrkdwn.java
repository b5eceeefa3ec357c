package io.wireroom.deliver.slack;

import io.wireroom.brief.Cut;
import io.wireroom.brief.Plain;
import java.util.regex.Pattern;

/**
 * Plain text as Slack's mrkdwn: shows exactly that text, calls nobody, and fits. A limit counts UTF-16
 * units of the escaped text, the most cautious reading of "characters".
 */
final class Mrkdwn {

  /** Words that call everyone, in the forms people and clients type them. */
  private static final Pattern CALL =
      Pattern.compile("@(?=(?:channel|here|everyone|group)\\b)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKUP = Pattern.compile("[*_~`](?=\\S)|(?<=\\S)[*_~`]");

  private static final String WORD_JOINER = "\u2060";

  private Mrkdwn() {}

  /** Escaped text of at most {@code max} units; cut between words, never inside an entity. */
  static String text(String plain, int max) {
    String line = Plain.line(plain);
    String escaped = escape(line);
    int room = Math.min(max, line.codePointCount(0, line.length()));
    while (escaped.length() > max) {
      room = Math.max(0, room - Math.max(1, (escaped.length() - max) / 5));
      escaped = escape(Cut.to(line, room));
    }
    return escaped;
  }

  /** A link with its label. The label is shortened to fit; a link that does not fit is left out. */
  static String link(String url, String label, int max) {
    String address = escapeEntities(url).replace("|", "%7C").replace(" ", "%20");
    int room = max - address.length() - 3;
    return room < 10 ? text(label, max) : "<" + address + "|" + text(label, room) + ">";
  }

  private static String escape(String plain) {
    String quiet = CALL.matcher(plain).replaceAll("@" + WORD_JOINER);
    String literal = MARKUP.matcher(quiet).replaceAll(WORD_JOINER + "$0" + WORD_JOINER);
    return escapeEntities(literal);
  }

  private static String escapeEntities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
