package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.Backlog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many durable webhook deliveries a second the shipped routes make, to a receiver on loopback
 * that shares the machine: {@code DeliveryLoad [DELIVERIES [OLD_ROWS [DESTINATIONS]]]}. CPU time is
 * that of the whole process, the receiver included.
 */
public final class DeliveryLoad {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  private DeliveryLoad() {}

  public static void main(String... args) throws Exception {
    int deliveries = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int old = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    int destinations = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    Path folder = Files.createTempDirectory("load");
    AtomicInteger received = new AtomicInteger();
    ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(() -> accept(socket, received));
    acceptor.setDaemon(true);
    acceptor.start();
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml(folder, socket, destinations));
    try (Hub hub =
        Hub.once(ConfigFile.read(config, name -> null), Path.of("."), Clock.systemUTC())) {
      Backlog backlog = new Backlog(hub.store());
      backlog.done(old);
      backlog.waiting(deliveries / 10, destinations);
      System.out.println("warm-up and start: " + deliveries / 10);
      backlog.waiting(deliveries, destinations);
      long cpu = cpu();
      long begun = System.nanoTime();
      hub.runOnce(Duration.ZERO, null);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d deliveries, %d destinations, %d old rows: %.1f s with start and stop, %.0f/s, CPU"
              + " %.3f ms each%n",
          received.get(),
          destinations,
          old,
          seconds,
          received.get() / seconds,
          (cpu() - cpu) / 1e6 / received.get());
    }
    System.exit(0);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void accept(ServerSocket socket, AtomicInteger received) {
    try {
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        Thread thread = new Thread(() -> serve(client, received));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As little as a receiver can do: reads the head, skips the body, says yes. */
  private static void serve(Socket client, AtomicInteger received) {
    try (InputStream in = new BufferedInputStream(client.getInputStream(), 65_536);
        OutputStream out = client.getOutputStream()) {
      StringBuilder line = new StringBuilder();
      int length = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.append((char) c);
          continue;
        }
        String header = line.toString().strip().toLowerCase(Locale.ROOT);
        line.setLength(0);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        } else if (header.isEmpty()) {
          in.skipNBytes(length);
          received.incrementAndGet();
          out.write(ANSWER);
          out.flush();
        }
      }
    } catch (IOException e) {
      // The hub closes its connections when it stops.
      return;
    }
  }

  private static String yaml(Path folder, ServerSocket socket, int destinations) {
    StringBuilder yaml = new StringBuilder("sources: []\ndestinations:\n");
    StringBuilder subscriptions = new StringBuilder();
    for (int i = 0; i < destinations; i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  - {id: d%d, kind: webhook, url: \"http://127.0.0.1:%d/%d\", secret:"
                  + " whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}%n",
              i,
              socket.getLocalPort(),
              i));
      subscriptions.append(i == 0 ? "" : ", ").append("{to: d").append(i).append("}");
    }
    return yaml.append("subscriptions: [").append(subscriptions).append("]\n")
        + "network: {allow: [127.0.0.0/8]}\nstate: {url: \"sqlite:"
        + folder.resolve("state.db")
        + "\"}\n";
  }
}
