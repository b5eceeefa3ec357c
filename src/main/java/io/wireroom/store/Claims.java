package io.wireroom.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * How many rows of one kind this process has in hand. Lets one thread claim at a time; whoever
 * comes meanwhile goes away with nothing, since the one who claims takes what there is.
 */
final class Claims {

  private final int capacity;
  private final AtomicInteger inHand = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong comers = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closed;

  /**
   * @param capacity rows in hand at once
   */
  Claims(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Claims as many as there is room for. Whoever came while another claimed may have brought work
   * that the other did not see, so one who claimed nothing looks again.
   */
  <T> List<T> claim(IntFunction<List<T>> claimUpTo) {
    return claim(1, claimUpTo);
  }

  /**
   * The same, but only when it is worth the look into the database.
   *
   * @param least for how many there must be room
   */
  <T> List<T> claim(int least, IntFunction<List<T>> claimUpTo) {
    if (capacity - inHand.get() < least) {
      return List.of();
    }
    comers.incrementAndGet();
    List<T> claimed = List.of();
    long seen = -1;
    while (claimed.isEmpty() && seen != comers.get()) {
      seen = comers.get();
      if (closed || !turn.tryLock()) {
        return claimed;
      }
      try {
        claimed = claimInTurn(claimUpTo);
      } finally {
        turn.unlock();
      }
    }
    return claimed;
  }

  private <T> List<T> claimInTurn(IntFunction<List<T>> claimUpTo) {
    int room = capacity - inHand.get();
    if (room <= 0) {
      return List.of();
    }
    begun.incrementAndGet();
    List<T> claimed = claimUpTo.apply(room);
    inHand.addAndGet(claimed.size());
    return claimed;
  }

  /** Claims no more; what is in hand is still worked on. */
  void close() {
    closed = true;
  }

  /** One of them is done with. */
  void release() {
    inHand.decrementAndGet();
  }

  /**
   * Whether a row is in hand or due. A row that is being claimed meanwhile is neither for a moment,
   * so a claim that began during the look counts as busy.
   *
   * @param due looks for rows that are due
   */
  boolean busy(BooleanSupplier due) {
    long before = begun.get();
    return turn.isLocked() || inHand.get() > 0 || due.getAsBoolean() || begun.get() != before;
  }

  int inHand() {
    return inHand.get();
  }
}
