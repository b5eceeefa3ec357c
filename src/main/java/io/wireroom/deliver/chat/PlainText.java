package io.wireroom.deliver.chat;

/** Text without markup, for parts of a message that a chat shows as they are. */
final class PlainText implements Markup {

  @Override
  public String escape(String line) {
    return line;
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
