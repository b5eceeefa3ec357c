package io.wireroom.demo;

import io.wireroom.deliver.webhook.WebhookVerifier;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Receives webhooks at every path, verifies each, and shows them at {@code GET /}. Answers 200 to
 * what it accepts and 401 with the reason to what it does not.
 */
public final class WebhookDesk implements AutoCloseable {

  /** How many deliveries are kept for the page; older ones are forgotten. */
  private static final int KEPT = 500;

  private final WebhookVerifier verifier;
  private final Clock clock;
  private final Consumer<Received> onReceived;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final DeskPage page = new DeskPage();
  private final Server server;

  /**
   * Starts to serve.
   *
   * @param bind loopback unless others should reach it
   * @param port 0 for any free one
   * @param onReceived told of each delivery, before it is answered
   */
  public WebhookDesk(
      InetAddress bind,
      int port,
      WebhookVerifier verifier,
      Clock clock,
      Consumer<Received> onReceived) {
    this.verifier = verifier;
    this.clock = clock;
    this.onReceived = onReceived;
    server = new Server(bind, port, this::answer);
  }

  /** The page; deliveries may be posted to any path below it. */
  public URI address() {
    return server.address();
  }

  /** What arrived, oldest first. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    if (request.method().equals("GET") || request.method().equals("HEAD")) {
      return request.path().equals("/")
          ? Reply.page(page.html(received()))
          : Reply.text(404, "GET / shows what arrived; POST delivers\n");
    }
    if (!request.method().equals("POST")) {
      return Reply.text(405, "POST delivers\n").with("Allow", "GET, HEAD, POST");
    }
    String id = request.header("webhook-id");
    WebhookVerifier.Verdict verdict =
        verifier.verify(
            id,
            request.header("webhook-timestamp"),
            request.header("webhook-signature"),
            request.body());
    String known = id == null ? "" : id;
    boolean again =
        !known.isEmpty()
            && received.stream().anyMatch(r -> r.verdict().verified() && r.id().equals(known));
    Received delivery =
        new Received(clock.instant(), request.path(), known, verdict, again, request.body());
    received.add(delivery);
    if (received.size() > KEPT) {
      received.remove(0);
    }
    onReceived.accept(delivery);
    return verdict.verified()
        ? Reply.json(200, "{\"received\":true}")
        : Reply.text(401, verdict.reason() + "\n");
  }
}
