package io.wireroom.cli;

import io.wireroom.deliver.webhook.BadSecret;
import io.wireroom.deliver.webhook.WebhookVerifier;
import io.wireroom.demo.Received;
import io.wireroom.demo.ReceivedText;
import io.wireroom.demo.WebhookDesk;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wireroom listen}: a webhook receiver that verifies and prints. */
@Command(
    name = "listen",
    description = "Receive webhooks, verify their signatures, and print what they say.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:with --count, that many came and all were verified",
      "2:with --count, one of them was not verified; or wrong options"
    })
public final class ListenCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "Where to listen; 0, the default, takes any free port and prints it.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Which address to listen on; only this machine by default.")
  @SuppressWarnings("NullAway.Init") // has a default
  private InetAddress bind;

  @Option(
      names = "--secret",
      paramLabel = "whsec_…",
      required = true,
      defaultValue = "${env:WIREROOM_LISTEN_SECRET}",
      description =
          "The secret shared with the sender, or its public key (whpk_…); or set"
              + " WIREROOM_LISTEN_SECRET.")
  @SuppressWarnings("NullAway.Init") // required
  private String secret;

  @Option(
      names = "--json",
      description = "Print each verified document as it came; all else goes to standard error.")
  private boolean json;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after N deliveries; by default, listen until Ctrl-C.")
  private int count;

  public ListenCommand() {
    this(Clock.systemUTC());
  }

  ListenCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch awaited = new CountDownLatch(count > 0 ? count : 1);
    AtomicBoolean allVerified = new AtomicBoolean(true);
    try (WebhookDesk desk =
        new WebhookDesk(
            bind,
            port,
            verifier(),
            clock,
            received -> {
              print(received, out, err);
              allVerified.compareAndSet(true, received.verdict().verified());
              if (count > 0) {
                awaited.countDown();
              }
            })) {
      PrintWriter about = json ? err : out;
      about.println("Listening at " + desk.address() + " (POST to any path; GET shows a page).");
      about.flush();
      awaited.await();
    } catch (UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return allVerified.get() ? 0 : 2;
  }

  /** With --json, standard output holds verified documents alone; a program may trust it. */
  private void print(Received received, PrintWriter out, PrintWriter err) {
    boolean document = json && received.verdict().verified();
    PrintWriter to = json && !document ? err : out;
    to.println(document ? received.text() : ReceivedText.of(received));
    to.flush();
  }

  private WebhookVerifier verifier() {
    try {
      return new WebhookVerifier(secret, clock);
    } catch (BadSecret e) {
      throw new ParameterException(spec.commandLine(), "--secret: " + e.getMessage(), e);
    }
  }
}
