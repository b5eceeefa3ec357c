package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.Backlog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How long webhook deliveries take from their row to the receiver, when so many a second come in:
 * {@code DeliveryPace [RATE [SECONDS [DESTINATIONS [DEAD]]]]}. Of the destinations the first DEAD
 * never answer; the figures are those of the others. The service's own routes and clocks; the first
 * third of the time is warm-up.
 */
public final class DeliveryPace {

  private static final int TICK_MS = 20;

  private DeliveryPace() {}

  public static void main(String... args) throws Exception {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    int destinations = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    int dead = args.length > 3 ? Integer.parseInt(args[3]) : 0;
    Path folder = Files.createTempDirectory("pace");
    Map<String, Long> begun = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
    LoadReceiver receiver =
        new LoadReceiver(
            id -> {
              Long since = begun.remove(id);
              if (since != null) {
                took.add(System.nanoTime() - since);
              }
            });
    LoadReceiver silent = new LoadReceiver(null);
    Path config =
        Files.writeString(
            folder.resolve("wireroom.yaml"),
            DeliveryLoad.yaml(folder, receiver.port(), silent.port(), dead, destinations));
    try (Hub hub =
        Hub.service(ConfigFile.read(config, name -> null), Path.of("."), Clock.systemUTC())) {
      Backlog backlog = new Backlog(hub.store());
      hub.start();
      int ticks = seconds * 1000 / TICK_MS;
      int sent = 0;
      long start = System.nanoTime();
      long cpu = 0;
      for (int tick = 0; tick < ticks; tick++) {
        if (tick == ticks / 3) {
          took.clear();
          cpu = DeliveryLoad.cpu();
        }
        int due = (int) ((long) rate * (tick + 1) * TICK_MS / 1000);
        backlog.arriving(due - sent, destinations, dead, begun);
        sent = due;
        long ahead = start + (tick + 1) * TICK_MS * 1_000_000L - System.nanoTime();
        Thread.sleep(Math.max(0, ahead / 1_000_000));
      }
      cpu = DeliveryLoad.cpu() - cpu;
      Thread.sleep(2_000);
      report(took.stream().mapToLong(Long::longValue).sorted().toArray(), cpu, begun.size());
    }
    System.exit(0);
  }

  private static void report(long[] took, long cpu, int missing) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%d deliveries: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms; CPU %.3f ms each; not"
            + " there after 2 s: %d; %s%n",
        took.length,
        at(took, 0.5),
        at(took, 0.9),
        at(took, 0.99),
        at(took, 1),
        cpu / 1e6 / took.length,
        missing,
        DeliveryLoad.peak());
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
  }
}
