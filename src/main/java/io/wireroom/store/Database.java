package io.wireroom.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One writing connection shared by all, with group commit: whoever comes while a transaction is
 * being written finds its own work done by the next one. So the price of a durable commit is paid
 * once for all who wait for it. Thread-safe.
 */
final class Database implements AutoCloseable {

  private static final int LARGEST_BATCH = 256;

  private final Handle handle;
  private final AutoCloseable whole;
  private final ReentrantLock turn = new ReentrantLock();
  private final ConcurrentLinkedQueue<Task<?>> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param handle the writing connection
   * @param whole what to close after it
   */
  Database(Handle handle, AutoCloseable whole) {
    this.handle = handle;
    this.whole = whole;
  }

  /**
   * Runs work in a transaction and returns once it is committed. The work may run twice, when other
   * work in its batch fails, so it must have no effect but on the database.
   */
  <T extends @Nullable Object> T write(Function<Handle, T> work) {
    Task<T> task = new Task<>(work);
    waiting.add(task);
    turn.lock();
    try {
      while (!task.done) {
        run(nextBatch());
      }
    } finally {
      turn.unlock();
    }
    return task.result();
  }

  private List<Task<?>> nextBatch() {
    List<Task<?>> batch = new ArrayList<>();
    for (Task<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == LARGEST_BATCH) {
        break;
      }
    }
    return batch;
  }

  /** Whatever happens, every piece of a batch ends: its owner waits for that. */
  private void run(List<Task<?>> batch) {
    if (batch.size() == 1 || !runTogether(batch)) {
      batch.forEach(this::runAlone);
    }
  }

  private boolean runTogether(List<Task<?>> batch) {
    try {
      handle.begin();
      for (Task<?> task : batch) {
        task.run(handle);
      }
      handle.commit();
      batch.forEach(task -> task.done = true);
      return true;
    } catch (RuntimeException | Error e) {
      rollback(e);
      return false;
    }
  }

  private void runAlone(Task<?> task) {
    try {
      handle.begin();
      task.run(handle);
      handle.commit();
    } catch (RuntimeException | Error e) {
      rollback(e);
      task.failure = e;
    }
    task.done = true;
  }

  private void rollback(Throwable cause) {
    try {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      handle.close();
      whole.close();
    } catch (Exception e) {
      throw new IllegalStateException("the state could not be closed", e);
    } finally {
      turn.unlock();
    }
  }

  private static final class Task<T extends @Nullable Object> {
    private final Function<Handle, T> work;
    private boolean done;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Task(Function<Handle, T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      result = work.apply(handle);
    }

    @SuppressWarnings("NullAway") // a null result is what the work returned
    T result() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      return result;
    }
  }
}
