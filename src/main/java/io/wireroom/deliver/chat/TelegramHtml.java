package io.wireroom.deliver.chat;

/** The HTML that Telegram's bots may send. Source: Telegram Bot API, "HTML style". */
final class TelegramHtml implements Markup {

  @Override
  public String escape(String line) {
    return entities(Calls.quiet(line));
  }

  @Override
  public String bold(String text) {
    return "<b>" + text + "</b>";
  }

  @Override
  public String quote(String text) {
    return "<blockquote>" + text + "</blockquote>";
  }

  @Override
  public String link(String address, String label) {
    return "<a href=\"" + entities(address).replace("\"", "&quot;") + "\">" + label + "</a>";
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
