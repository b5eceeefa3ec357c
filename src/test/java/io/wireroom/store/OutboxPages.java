package io.wireroom.store;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.net.HostGate;
import io.wireroom.story.StoryRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What a delivery costs the state, counted and not timed, so that other work on the machine does
 * not matter: {@code OutboxPages [DELIVERIES [OLD_ROWS [AT_ONCE]]]}. Claims and settles deliveries,
 * then reads the write-ahead log: pages written to it, and how many different ones, which is what a
 * checkpoint has to copy; by table and index. Bytes read are those of the whole process.
 */
public final class OutboxPages {

  private static final int DESTINATIONS = 8;
  private static final int LOG_HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int PAGE = 4096;

  private OutboxPages() {}

  public static void main(String... args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int old = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    int atOnce = args.length > 2 ? Integer.parseInt(args[2]) : 16;
    Path file = Files.createTempDirectory("pages").resolve("state.db");
    Clock clock = Clock.systemUTC();
    try (Store store = Store.open("sqlite:" + file)) {
      SqlItems items = new SqlItems(store, new HostGate(1, Duration.ZERO, clock), 1, clock);
      SqlOutbox outbox =
          new SqlOutbox(store, items, new StoryRule(StoryRule.Merge.OFF), 256, clock);
      outbox.configure(
          IntStream.range(0, DESTINATIONS)
              .mapToObj(i -> Room.webhook("d" + i, new Destination.Lane(0, 256)))
              .toList());
      Backlog backlog = new Backlog(store);
      backlog.done(old);
      backlog.waiting(2 * count + 1_000, DESTINATIONS);
      deliver(outbox, count, atOnce);
      pragma(store, "wal_checkpoint(TRUNCATE)");
      pragma(store, "wal_autocheckpoint = 0");
      long read = bytesRead();
      int begun = deliver(outbox, count, atOnce);
      report(store, file, begun, old, bytesRead() - read);
    }
    System.exit(0);
  }

  private static int deliver(SqlOutbox outbox, int count, int atOnce) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    int done = 0;
    while (done < count) {
      List<Letter> letters = outbox.claim();
      threads.invokeAll(letters.stream().map(letter -> settling(outbox, letter)).toList());
      done += letters.size();
    }
    threads.shutdown();
    return done;
  }

  private static Callable<Letter> settling(SqlOutbox outbox, Letter letter) {
    return () -> {
      outbox.settle(letter, Room.DELIVERED);
      return letter;
    };
  }

  private static void report(Store store, Path file, int count, int old, long read)
      throws IOException {
    Map<Integer, Integer> frames = new HashMap<>();
    ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(file.resolveSibling("state.db-wal")));
    int commits = 0;
    for (int at = LOG_HEADER; at < log.limit(); at += FRAME_HEADER + PAGE) {
      frames.merge(log.getInt(at), 1, Integer::sum);
      commits += log.getInt(at + 4) == 0 ? 0 : 1;
    }
    pragma(store, "wal_checkpoint(TRUNCATE)");
    Map<String, Integer> written = new TreeMap<>();
    Map<String, Integer> different = new TreeMap<>();
    Set<Integer> known = new HashSet<>();
    store
        .database()
        .write(
            handle ->
                handle
                    .createQuery("SELECT pageno, name FROM dbstat")
                    .map(
                        (row, context) -> {
                          int page = row.getInt(1);
                          if (frames.containsKey(page) && known.add(page)) {
                            written.merge(row.getString(2), frames.get(page), Integer::sum);
                            different.merge(row.getString(2), 1, Integer::sum);
                          }
                          return page;
                        })
                    .list());
    int all = frames.values().stream().mapToInt(each -> each).sum();
    System.out.printf(
        "%d deliveries, %d old rows, %d commits: written to the log %.3f pages each, different"
            + " %.3f, read %.0f bytes each%n",
        count,
        old,
        commits,
        (double) all / count,
        (double) frames.size() / count,
        (double) read / count);
    written.forEach(
        (name, pages) ->
            System.out.printf(
                "  %-36s %.4f %.4f%n",
                name, (double) pages / count, (double) different.getOrDefault(name, 0) / count));
  }

  private static long bytesRead() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("rchar:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** Not in a transaction, in which a checkpoint could not be made. */
  private static void pragma(Store store, String what) {
    store
        .database()
        .write(
            handle -> {
              handle.commit();
              try {
                return handle.createQuery("PRAGMA " + what).mapTo(String.class).list();
              } finally {
                handle.begin();
              }
            });
  }
}
