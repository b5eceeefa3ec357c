package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that answer byte by byte, or never, or for ever: each costs its own source a failure, and
 * no other source anything. Polled with the shipped routes.
 */
@Timeout(60)
class HostileSiteTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> open = new ArrayList<>();
  private ServerSocket hostile;
  private WebServer site;

  @BeforeEach
  void start() throws IOException {
    hostile = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    site = new WebServer();
    News.publish(site, "/feed", "alpha");
  }

  @AfterEach
  void stop() throws IOException {
    hostile.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
    site.close();
  }

  /** What a hostile server does with a connection. */
  private interface Malice {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  @Test
  void headers_that_drip_are_not_waited_for() throws Exception {
    serve(
        out -> {
          drip(out, OK + "X-Long: ");
          while (true) {
            drip(out, "x");
          }
        });

    assertThat(failure(run())).contains("did not begin within");
  }

  @Test
  void headers_without_end_are_not_read() throws Exception {
    serve(
        out -> {
          out.write(OK.getBytes(StandardCharsets.US_ASCII));
          byte[] header = "X-Another: one\r\n".getBytes(StandardCharsets.US_ASCII);
          while (true) {
            out.write(header);
          }
        });

    assertThat(failure(run())).contains("header count");
  }

  @Test
  void a_header_without_end_is_not_read() throws Exception {
    serve(
        out -> {
          out.write((OK + "X-Long: ").getBytes(StandardCharsets.US_ASCII));
          byte[] more = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
          while (true) {
            out.write(more);
          }
        });

    assertThat(failure(run())).contains("line length");
  }

  @Test
  void a_body_without_end_is_read_up_to_the_limit() throws Exception {
    serve(
        out -> {
          out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
          byte[] more = "<!-- x -->".repeat(1000).getBytes(StandardCharsets.US_ASCII);
          while (true) {
            out.write(more);
          }
        });

    assertThat(failure(run())).contains("larger than 1000000 bytes");
  }

  @Test
  void a_body_that_drips_is_not_waited_for() throws Exception {
    serve(
        out -> {
          out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            drip(out, " ");
          }
        });

    assertThat(failure(run())).contains("in time");
  }

  @Test
  void a_compressed_body_that_drips_is_not_waited_for() throws Exception {
    serve(
        out -> {
          out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          // A file name in gzip's own header has no end but a zero (RFC 1952, 2.3).
          out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3});
          while (true) {
            drip(out, "n");
          }
        });

    assertThat(failure(run())).contains("in time");
  }

  @Test
  void a_server_that_takes_the_question_and_is_silent_is_not_waited_for() throws Exception {
    serve(out -> Thread.sleep(60_000));

    assertThat(failure(run())).containsIgnoringCase("timed out");
  }

  @Test
  void a_server_that_does_not_take_the_connection_is_not_waited_for() throws Exception {
    for (int i = 0; i < 4; i++) {
      Socket filler = new Socket();
      open.add(filler);
      threads.execute(() -> connect(filler));
    }

    assertThat(failure(run())).containsIgnoringCase("timed out");
  }

  @Test
  void an_answer_that_breaks_off_is_no_feed() throws Exception {
    serve(
        out ->
            out.write(
                (OK + "Content-Length: 5000\r\n\r\n<rss>").getBytes(StandardCharsets.US_ASCII)));

    assertThat(failure(run())).containsIgnoringCase("premature end");
  }

  @Test
  void a_length_that_is_too_small_cuts_the_feed_and_no_more() throws Exception {
    String rss = News.rss(site, "alpha", "beta");
    int length = rss.indexOf("</item>") + 12;
    serve(
        out ->
            out.write(
                (OK + "Content-Length: " + length + "\r\n\r\n" + rss)
                    .getBytes(StandardCharsets.US_ASCII)));

    assertThat(failure(run())).isEmpty();
  }

  @Test
  void two_lengths_that_differ_are_no_answer() throws Exception {
    serve(
        out ->
            out.write(
                (OK + "Content-Length: 9\r\nContent-Length: 5000\r\n\r\n<rss></rss>")
                    .getBytes(StandardCharsets.US_ASCII)));

    assertThat(failure(run())).isNotEmpty();
  }

  @Test
  void what_is_no_http_is_no_feed() throws Exception {
    serve(out -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    assertThat(failure(run())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void a_bomb_is_stopped_at_the_size_limit(String encoding) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        encoding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1_000_000]);
      }
    }
    bomb(encoding, packed.toByteArray());

    assertThat(failure(run())).contains("larger than 1000000 bytes");
  }

  @Test
  void a_brotli_bomb_is_stopped_at_the_size_limit() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[65_536];
    int header = (block.length - 1) << 3 | 1 << 19;
    // Uncompressed meta-blocks without end, the first behind the window's size (RFC 7932, 9).
    int first = (block.length - 1) << 4 | 1 << 20;
    for (int i = 0; i < 40; i++) {
      int bits = i == 0 ? first : header;
      packed.write(bits);
      packed.write(bits >> 8);
      packed.write(bits >> 16);
      packed.write(block);
    }
    bomb("br", packed.toByteArray());

    assertThat(failure(run())).contains("larger than 1000000 bytes");
  }

  private void bomb(String encoding, byte[] packed) {
    serve(
        out -> {
          out.write(
              (OK + "Content-Encoding: " + encoding + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(packed);
        });
  }

  /** A second source on a good server is polled all the same. */
  private Tally run() throws Exception {
    String yaml =
        """
        sources:
          - {id: hostile, url: "http://127.0.0.1:%d/feed"}
          - {id: good, url: "%s"}
        network: {allow: [127.0.0.0/8], timeout: 2s, max-bytes: 1MB, per-host: {concurrency: 8, delay: 0s}}
        state: {url: "sqlite:%s"}
        """
            .formatted(hostile.getLocalPort(), site.at("/feed"), folder.resolve("state.db"));
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), new TestClock())) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }

  private static String failure(Tally tally) {
    assertThat(note(tally, "good")).isEmpty();
    return note(tally, "hostile");
  }

  private static String note(Tally tally, String id) {
    return tally.sources().stream()
        .filter(row -> row.id().equals(id))
        .findAny()
        .orElseThrow()
        .note();
  }

  private void serve(Malice malice) {
    threads.execute(
        () -> {
          try {
            while (true) {
              Socket socket = hostile.accept();
              open.add(socket);
              threads.execute(() -> answer(socket, malice));
            }
          } catch (IOException closed) {
            // The test is over.
          }
        });
  }

  private static void answer(Socket socket, Malice malice) {
    try (socket) {
      socket.getInputStream().read(new byte[8192]);
      malice.answer(socket.getOutputStream());
    } catch (IOException | InterruptedException over) {
      // The hub has gone, or the test is over.
    }
  }

  private void connect(Socket filler) {
    try {
      filler.connect(hostile.getLocalSocketAddress());
    } catch (IOException over) {
      // The test is over.
    }
  }

  private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
    for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
      out.write(each);
      out.flush();
      Thread.sleep(20);
    }
  }
}
