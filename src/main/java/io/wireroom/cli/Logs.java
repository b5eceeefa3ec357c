package io.wireroom.cli;

import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged to standard error. The form of a line is in {@code logback.xml}. */
final class Logs {

  /** What is logged. */
  enum Level {
    /** Only what is unforeseen. */
    QUIET,
    /** A line for every poll, brief and attempt. */
    EVENTS
  }

  private Logs() {}

  static void configure(Level level) {
    if (LoggerFactory.getLogger("io.wireroom") instanceof Logger logger) {
      logger.setLevel(
          level == Level.QUIET
              ? ch.qos.logback.classic.Level.ERROR
              : ch.qos.logback.classic.Level.INFO);
    }
  }
}
