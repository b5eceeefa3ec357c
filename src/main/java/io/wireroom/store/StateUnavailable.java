package io.wireroom.store;

import org.jspecify.annotations.Nullable;

/** The state can't be opened; the message says why and what to do. */
public final class StateUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StateUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
