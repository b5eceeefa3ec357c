package io.wireroom.config;

/**
 * Something in the config file that is wrong, or that deserves a look. Never holds a secret.
 *
 * @param file as the user named it
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in code points; 0 when the whole file is meant
 * @param path of the key, such as {@code sources[1].url}; empty for the whole file
 * @param message what is wrong
 * @param hint what would be right; may be empty
 * @param excerpt the line, and under it a caret at the column; may be empty
 */
public record Mistake(
    String file, int line, int column, String path, String message, String hint, String excerpt) {

  /** On one line, as compilers and editors do it. */
  public String headline() {
    return file
        + (line > 0 ? ":" + line + ":" + column : "")
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + (hint.isEmpty() ? "" : "; " + hint);
  }

  @Override
  public String toString() {
    return excerpt.isEmpty() ? headline() : headline() + "\n" + excerpt;
  }
}
