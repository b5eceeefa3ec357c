package io.wireroom.brief.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A ledger that lasts as long as the process, for runs without a store. */
public final class MemoryTokenLedger implements TokenLedger {

  private final Map<LocalDate, Long> spent = new HashMap<>();

  @Override
  public synchronized boolean reserve(LocalDate day, long tokens, long budget) {
    spent.keySet().removeIf(other -> other.isBefore(day.minusDays(1)));
    long after = spent.getOrDefault(day, 0L) + tokens;
    if (after > budget) {
      return false;
    }
    spent.put(day, after);
    return true;
  }

  @Override
  public synchronized void settle(LocalDate day, long reserved, long used) {
    spent.merge(day, used - reserved, Long::sum);
  }
}
