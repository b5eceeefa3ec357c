package io.wireroom.deliver.chat;

import java.util.regex.Pattern;

/** Text without markup, for parts of a message that a chat shows as they are. */
final class PlainText implements Markup {

  /** Names that call everybody where a chat reads them after all. */
  private static final Pattern CALL =
      Pattern.compile("@(?=(?:channel|here|everyone|all)\\b)", Pattern.CASE_INSENSITIVE);

  @Override
  public String escape(String line) {
    return CALL.matcher(line).replaceAll("@\u2060");
  }

  @Override
  public String bold(String text) {
    return text;
  }

  @Override
  public String quote(String text) {
    return text;
  }

  @Override
  public String link(String address, String label) {
    return label;
  }
}
