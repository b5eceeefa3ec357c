package io.wireroom.hub;

import com.sun.management.OperatingSystemMXBean;
import io.wireroom.config.ConfigFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how many sources the service polls in a second: the shipped routes and wiring, a fresh
 * SQLite file, a server on loopback in a process of its own that answers 304. Arguments: sources
 * (10000), seconds (20).
 */
public final class PollLoad {

  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>Load</title><item><title>One</title>"
          + "<link>http://127.0.0.1/one</link></item></channel></rss>";

  private PollLoad() {}

  /** Measures; with the argument {@code serve}, is the server. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("serve")) {
      serve();
      return;
    }
    int sources = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    Process server =
        new ProcessBuilder(java, "-Xmx64m", "-cp", path, PollLoad.class.getName(), "serve")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      int port = Integer.parseInt(server.inputReader(StandardCharsets.UTF_8).readLine());
      measure(sources, seconds, URI.create("http://127.0.0.1:" + port));
    } finally {
      server.destroy();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void measure(int sources, int seconds, URI server) throws Exception {
    Path folder = Files.createTempDirectory("poll-load");
    TestClock clock = new TestClock();
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml(sources, server, folder));
    Hub hub = Hub.service(ConfigFile.read(config, name -> null), Path.of("."), clock);
    Thread service = new Thread(() -> run(hub), "service");
    service.setDaemon(true);
    service.start();
    while (count(server) == 0) {
      Thread.sleep(100);
    }
    clock.forward(Duration.ofMinutes(15));
    while (count(server) < 2L * sources) {
      Thread.sleep(100);
    }
    System.out.println("sources " + sources + ", each polled once or more; " + memory());
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int round = 1; round <= 3; round++) {
      long polls = count(server);
      long cpu = system.getProcessCpuTime();
      long start = System.nanoTime();
      Thread.sleep(seconds * 1000L / 3);
      double took = (System.nanoTime() - start) / 1e9;
      long used = system.getProcessCpuTime() - cpu;
      polls = count(server) - polls;
      System.out.printf(
          Locale.ROOT,
          "%d polls in %.1f s: %.0f a second, %.0f us CPU each; %s%n",
          polls,
          took,
          polls / took,
          used / 1e3 / polls,
          memory());
    }
  }

  private static void run(Hub hub) {
    try {
      hub.serve();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String yaml(int sources, URI server, Path folder) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < sources; i++) {
      yaml.append("  - {id: s" + i + ", first-poll: 0, every: 1s, url: \"" + server + "/" + i);
      yaml.append("\"}\n");
    }
    return yaml
        + "destinations: []\nsubscriptions: []\nserver: {port: 0}\n"
        + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 1000, delay: 0s}}\n"
        + "state: {url: \"sqlite:"
        + folder.resolve("state.db")
        + "\"}\n";
  }

  private static String memory() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    String status = Files.readString(Path.of("/proc/self/status"));
    return "heap after GC "
        + heap
        + " MiB, RSS "
        + kib(status, "VmRSS") / 1024
        + " MiB, most "
        + kib(status, "VmHWM") / 1024
        + " MiB";
  }

  private static long kib(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static long count(URI server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/count")).build();
    return Long.parseLong(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static void serve() throws IOException {
    AtomicLong polls = new AtomicLong();
    try (ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
      System.out.println(socket.getLocalPort());
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        Thread thread = new Thread(() -> answer(client, polls));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void answer(Socket client, AtomicLong polls) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        if (head.startsWith("GET /count ")) {
          out.write(answer("200 OK", Long.toString(polls.get())));
        } else if (head.contains("If-None-Match: \"1\"")) {
          polls.incrementAndGet();
          out.write(
              "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
        } else {
          polls.incrementAndGet();
          out.write(answer("200 OK", FEED));
        }
        out.flush();
      }
    } catch (IOException e) {
      // The client hung up.
    }
  }

  private static byte[] answer(String status, String body) {
    return ("HTTP/1.1 "
            + status
            + "\r\nETag: \"1\"\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (c == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
        return head.toString();
      }
    }
    return "";
  }
}
