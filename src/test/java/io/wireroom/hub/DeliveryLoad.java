package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.Backlog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many durable webhook deliveries a second the shipped routes make, to a receiver on loopback
 * that shares the machine: {@code DeliveryLoad [DELIVERIES [OLD_ROWS [DESTINATIONS]]]}. CPU time is
 * that of the whole process, the receiver included. The first half is warm-up; the figures are the
 * second half's.
 */
public final class DeliveryLoad {

  private DeliveryLoad() {}

  public static void main(String... args) throws Exception {
    int deliveries = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
    int old = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    int destinations = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    Path folder = Files.createTempDirectory("load");
    AtomicInteger received = new AtomicInteger();
    AtomicLong halfTime = new AtomicLong();
    AtomicLong halfCpu = new AtomicLong();
    AtomicLong end = new AtomicLong();
    AtomicLong endCpu = new AtomicLong();
    LoadReceiver receiver =
        new LoadReceiver(
            id -> {
              int count = received.incrementAndGet();
              if (count == deliveries / 2) {
                halfTime.set(System.nanoTime());
                halfCpu.set(cpu());
              } else if (count == deliveries) {
                end.set(System.nanoTime());
                endCpu.set(cpu());
              }
            });
    Path config =
        Files.writeString(
            folder.resolve("wireroom.yaml"), yaml(folder, receiver.port(), 0, 0, destinations));
    try (Hub hub =
        Hub.once(ConfigFile.read(config, name -> null), Path.of("."), Clock.systemUTC())) {
      Backlog backlog = new Backlog(hub.store());
      backlog.done(old);
      backlog.waiting(deliveries, destinations);
      hub.runOnce(Duration.ZERO, null);
    }
    int half = deliveries - deliveries / 2;
    double seconds = (end.get() - halfTime.get()) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d deliveries, %d destinations, %d old rows: %.1f s for the second half, %.0f/s, CPU"
            + " %.3f ms each; %s%n",
        received.get(),
        destinations,
        old,
        seconds,
        half / seconds,
        (endCpu.get() - halfCpu.get()) / 1e6 / half,
        peak());
    System.exit(0);
  }

  static String peak() throws IOException {
    return Files.readString(Path.of("/proc/self/status"))
        .lines()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> "peak " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
        .findFirst()
        .orElse("");
  }

  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * @param dead of the destinations, the first so many keep silent
   * @param silent the port of those
   */
  static String yaml(Path folder, int port, int silent, int dead, int destinations) {
    StringBuilder yaml = new StringBuilder("sources: []\ndestinations:\n");
    StringBuilder subscriptions = new StringBuilder();
    for (int i = 0; i < destinations; i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  - {id: d%d, kind: webhook, url: \"http://127.0.0.1:%d/%d\", secret:"
                  + " whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}%n",
              i,
              i < dead ? silent : port,
              i));
      subscriptions.append(i == 0 ? "" : ", ").append("{to: d").append(i).append("}");
    }
    return yaml.append("subscriptions: [").append(subscriptions).append("]\n")
        + "server: {port: 0}\nnetwork: {allow: [127.0.0.0/8]}\nstate: {url: \"sqlite:"
        + folder.resolve("state.db")
        + "\"}\n";
  }
}
