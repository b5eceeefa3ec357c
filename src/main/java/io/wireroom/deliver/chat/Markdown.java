package io.wireroom.deliver.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown that Discord and Mattermost share. Every character that could begin markup is
 * escaped with a backslash, but in an address that the text itself shows.
 */
final class Markdown implements Markup {

  /** An address, which chats link by themselves, or a character to escape. */
  private static final Pattern SPECIAL =
      Pattern.compile("https?://[^\\s<>()\\[\\]|*`~\\\\]+|[\\\\`*_~|<>\\[\\]()#]");

  private static final Pattern LIST = Pattern.compile("^(\\s*)([-+]|\\d{1,9}[.)])(?=\\s)");

  @Override
  public String escape(String line) {
    String escaped =
        SPECIAL
            .matcher(Calls.quiet(line))
            .replaceAll(found -> Matcher.quoteReplacement(literal(found.group())));
    // A number needs its dot escaped, not its digits: "\2026." would show the backslash.
    return LIST.matcher(escaped)
        .replaceFirst(
            list -> {
              String mark = list.group(2);
              int last = mark.length() - 1;
              String safe = mark.substring(0, last) + "\\\\" + mark.charAt(last);
              return list.group(1) + safe;
            });
  }

  private static String literal(String found) {
    return found.length() == 1 ? "\\" + found : found;
  }

  @Override
  public String bold(String text) {
    return "**" + text + "**";
  }

  @Override
  public String quote(String text) {
    return "> " + text;
  }

  @Override
  public String link(String address, String label) {
    String safe = address.replace("(", "%28").replace(")", "%29").replace(" ", "%20");
    return "[" + label + "](" + safe + ")";
  }
}
