package io.wireroom.config;

/** A text is not a value of the type asked for. Never holds the text, which may be a secret. */
final class BadValue extends Exception {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * @param what continues a sentence whose subject is the value, such as {@code is not a rate}
   * @param hint what would be right; empty when nothing more is to be said
   */
  BadValue(String what, String hint) {
    super(what);
    this.hint = hint;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String hint() {
    return hint;
  }
}
