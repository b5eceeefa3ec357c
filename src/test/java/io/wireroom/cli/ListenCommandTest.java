package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ListenCommandTest {

  private static final String SECRET = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final String BODY = "{\"headline\":\"Six ferries\",\"takeaways\":[\"One\"]}";

  private final StringWriter err = new StringWriter();

  @Test
  void prints_a_line_and_the_brief_and_ends_after_the_count() throws Exception {
    try (Listening listening = new Listening("--secret", SECRET, "--count", "1")) {
      assertThat(listening.deliver(SECRET)).isEqualTo(200);

      assertThat(listening.exitCode.join()).isZero();
      assertThat(listening.rest())
          .hasSize(3)
          .anyMatch(line -> line.contains("verified  msg_1"))
          .contains("  Six ferries", "    - One");
    }
  }

  @Test
  void an_unverified_delivery_shows_in_the_exit_code() throws Exception {
    try (Listening listening = new Listening("--secret", SECRET, "--count", "2")) {
      assertThat(listening.deliver("whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cw=="))
          .isEqualTo(401);
      assertThat(listening.deliver(SECRET)).isEqualTo(200);

      assertThat(listening.exitCode.join()).isEqualTo(2);
      assertThat(listening.rest()).anyMatch(line -> line.contains("NOT VERIFIED"));
    }
  }

  @Test
  void as_json_it_prints_verified_documents_alone() throws Exception {
    String other = "whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cw==";
    try (Listening listening =
        new Listening("--secret", SECRET, "--count", "2", "--json", "--port", "0")) {
      listening.deliver(other);
      listening.deliver(SECRET);

      assertThat(listening.exitCode.join()).isEqualTo(2);
      assertThat(listening.rest()).containsExactly(BODY);
    }
  }

  @Test
  void without_a_secret_or_with_a_bad_one_it_says_what_is_needed() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("--secret");
    assertThat(execute("--secret", "hunter2")).isEqualTo(2);
    assertThat(err.toString()).contains("whsec_").doesNotContain("hunter2");
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(execute("--secret", SECRET, "--port", port)).isEqualTo(2);
      assertThat(err.toString()).contains("can't listen on 127.0.0.1:" + port);
    }
  }

  private int execute(String... args) {
    return new CommandLine(new ListenCommand()).setErr(new PrintWriter(err)).execute(args);
  }

  /** The command, running beside the test, its output read as it comes. */
  private static final class Listening implements AutoCloseable {
    final CompletableFuture<Integer> exitCode;
    final BufferedReader out;
    final URI address;

    Listening(String... args) throws IOException {
      PipedWriter outPipe = new PipedWriter();
      PipedWriter errPipe = new PipedWriter();
      out = new BufferedReader(new PipedReader(outPipe, 65_536));
      BufferedReader err = new BufferedReader(new PipedReader(errPipe, 65_536));
      exitCode =
          CompletableFuture.supplyAsync(
              () -> {
                try (PrintWriter toOut = new PrintWriter(outPipe);
                    PrintWriter toErr = new PrintWriter(errPipe)) {
                  return new CommandLine(new ListenCommand(Clock.systemUTC()))
                      .setOut(toOut)
                      .setErr(toErr)
                      .execute(args);
                }
              });
      String first = List.of(args).contains("--json") ? err.readLine() : out.readLine();
      address = URI.create(first.replaceFirst("Listening at (\\S+) .*", "$1"));
    }

    int deliver(String secret) throws Exception {
      long now = Clock.systemUTC().instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("webhook-id", "msg_1")
              .header("webhook-timestamp", Long.toString(now))
              .header("webhook-signature", new Webhook(secret).sign("msg_1", now, BODY))
              .POST(BodyPublishers.ofString(BODY))
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    List<String> rest() {
      return out.lines().toList();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
