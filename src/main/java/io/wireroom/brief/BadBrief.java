package io.wireroom.brief;

/** A document that is no brief of ours, or a broken one. Reading it again does not help. */
public final class BadBrief extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public BadBrief(String message) {
    super(message);
  }

  public BadBrief(String message, Throwable cause) {
    super(message, cause);
  }
}
