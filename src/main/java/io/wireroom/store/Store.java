package io.wireroom.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens the state: migrates it, takes the lock that keeps a second hub out, and releases what a
 * process that was killed had claimed.
 */
public final class Store implements AutoCloseable {

  private static final String SQLITE = "sqlite:";

  private final Database database;

  private Store(Database database) {
    this.database = database;
  }

  /**
   * Opens the state for a hub.
   *
   * @param url {@code sqlite:path/to/file}; the folder is made when it is not there
   * @throws StateUnavailable if it can't be opened, with what to do
   */
  public static Store open(String url) {
    Path file = file(url);
    AutoCloseable lock = lock(file);
    SQLiteDataSource source = source(file);
    Handle handle = handle(source);
    Schema.migrate(source, handle);
    Store store = new Store(new Database(handle, lock));
    store.database.write(Store::release);
    return store;
  }

  /**
   * Opens the state for a command, while a hub may be using it: takes no lock, and releases nothing
   * that a hub has in hand. Its transactions must be short, since a hub waits for them.
   *
   * @throws StateUnavailable if there is no state yet
   */
  public static Store beside(String url) {
    Path file = file(url);
    if (!Files.exists(file)) {
      throw new StateUnavailable(
          "there is no state in " + file + " yet; it comes with the first run", null);
    }
    return new Store(new Database(handle(source(file)), () -> {}));
  }

  /**
   * Copies the state as it is now, also while a hub is using it.
   *
   * @param to a file that is not there yet
   * @throws StateUnavailable if the address names no file of SQLite
   */
  public static void copy(String url, Path to) {
    Path file = file(url);
    if (Files.exists(file)) {
      try (Handle handle = handle(source(file))) {
        handle.execute("VACUUM INTO ?", to.toString());
      }
    }
  }

  private static Handle handle(SQLiteDataSource source) {
    Handle handle = Jdbi.create(source).open();
    handle.setStatementBuilder(new KeptStatements());
    return handle;
  }

  private static Path file(String url) {
    if (!url.startsWith(SQLITE)) {
      throw new StateUnavailable(
          "state.url: a state in a bucket is for run --once; for a service write"
              + " sqlite:path/to/file",
          null);
    }
    return Path.of(url.substring(SQLITE.length())).toAbsolutePath();
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    // One that began by reading could not go on to write once another process has written.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  Database database() {
    return database;
  }

  /**
   * Nobody else holds the lock, so whatever is still claimed was claimed by a dead process. What it
   * had in hand for a receiver, {@link SqlOutbox} releases, since it may have arrived.
   */
  private static int release(Handle handle) {
    return handle.execute("UPDATE source SET claimed = 0 WHERE claimed = 1")
        + handle.execute("UPDATE item SET claimed = 0 WHERE claimed = 1")
        + handle.execute("UPDATE hub_lease SET claimed = 0 WHERE claimed = 1");
  }

  private static AutoCloseable lock(Path file) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw busy(file);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw busy(file);
    } catch (IOException e) {
      throw new StateUnavailable(
          "the state file " + file + " can't be opened: " + e.getMessage(),
          new UncheckedIOException(e));
    }
  }

  private static StateUnavailable busy(Path file) {
    return new StateUnavailable(
        "another Wireroom is using " + file + "; stop it, or give this one another state.url",
        null);
  }

  @Override
  public void close() {
    database.close();
  }
}
