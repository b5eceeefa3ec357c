package io.wireroom.brief.model;

import java.time.LocalDate;

/** Counts the tokens spent on a day, so that a budget holds over all workers. Thread-safe. */
public interface TokenLedger {

  /**
   * Sets tokens aside before a call.
   *
   * @param day in UTC
   * @param budget the day's limit
   * @return false when they would exceed the budget; then none are set aside
   */
  boolean reserve(LocalDate day, long tokens, long budget);

  /** Replaces what was set aside by what was used. */
  void settle(LocalDate day, long reserved, long used);
}
