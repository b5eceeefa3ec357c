package io.wireroom.deliver.chat;

import java.util.regex.Pattern;

/**
 * Takes the call out of names and emoji codes: {@code @channel} stays readable and calls nobody,
 * {@code :tada:} stays as typed.
 */
final class Calls {

  private static final Pattern CALL = Pattern.compile("@(?=[\\p{L}\\p{N}_])");
  private static final Pattern EMOJI = Pattern.compile(":(?=[\\w+-]*[A-Za-z][\\w+-]*:)");

  /** Shows nothing, and ends a name before it begins. */
  private static final String WORD_JOINER = "\u2060";

  private Calls() {}

  static String quiet(String text) {
    String names = CALL.matcher(text).replaceAll("@" + WORD_JOINER);
    return EMOJI.matcher(names).replaceAll(":" + WORD_JOINER);
  }
}
