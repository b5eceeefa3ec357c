package io.wireroom.deliver.webhook;

/** A webhook secret that nothing can be signed or verified with. The message does not repeat it. */
public final class BadSecret extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadSecret(String message) {
    super(message);
  }
}
