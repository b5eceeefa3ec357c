package io.wireroom.deliver.chat;

import io.wireroom.brief.Plain;
import io.wireroom.brief.Truncation;

/** How a chat writes text. What comes from a brief goes through {@link #escape}, always. */
interface Markup {

  /** One line of plain text, so that the chat shows exactly that and calls nobody. */
  String escape(String line);

  /**
   * @param text in this markup
   */
  String bold(String text);

  /**
   * @param text in this markup, one line
   */
  String quote(String text);

  /**
   * @param address an http or https one
   * @param label in this markup
   */
  String link(String address, String label);

  /** Escaped text of at most {@code max} UTF-16 units, cut between words. */
  default String fit(String plain, int max) {
    return Truncation.escaped(Plain.line(plain), max, this::escape);
  }
}
