package io.wireroom.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** What the process was started from. */
final class Terminal {

  private Terminal() {}

  /** Whether a person sits in front of it: both input and output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // it is null on the older releases, and both are asked
  static boolean attached() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    // From Java 22 on there may be a console without a terminal; only then is there isTerminal().
    return !Boolean.FALSE.equals(answer(console));
  }

  private static @Nullable Object answer(Console console) {
    try {
      return Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }
}
