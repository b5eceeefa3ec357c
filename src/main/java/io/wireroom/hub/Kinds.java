package io.wireroom.hub;

import io.wireroom.deliver.Letter;

/**
 * Which route a letter takes. A method instead of a path in the route file, since Camel resolves
 * such a path afresh for every letter, and keeps a thousand letters in mind for it.
 */
public final class Kinds {

  /** The kind of the letter's destination, as the routes under {@code routes/kinds} are named. */
  public String of(Letter letter) {
    return letter.destination().kind();
  }
}
