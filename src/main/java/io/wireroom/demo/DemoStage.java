package io.wireroom.demo;

import io.wireroom.deliver.webhook.WebhookVerifier;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** All that the demo needs around the hub, running: the news site, the receivers, and an index. */
public final class DemoStage implements AutoCloseable {

  /** The channels of the Slack-shaped receiver: all news, and what is about energy. */
  static final String NEWSROOM = "newsroom";

  static final String ENERGY_DESK = "energy-desk";
  static final String BUCKET = "news-archive";

  /** The secret of the webhook receiver: the demo's, and nobody else's. */
  static final String WEBHOOK_SECRET = "whsec_ZGVtby1zZWNyZXQtZm9yLWxvb3BiYWNrLW9ubHk=";

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final NewsSite site;
  private final SlackWindow slack;
  private final Bucket bucket;
  private final WebhookDesk desk;
  private final Server index;

  /**
   * Starts everything on loopback, or nothing when one of the ports can't be had.
   *
   * @param folder for the bucket's objects
   * @param portBase 0 for free ports; else the index takes this one and the others the next four
   */
  public DemoStage(Path folder, int portBase, Clock clock) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      site = opened(new NewsSite(port(portBase, 1)));
      slack = opened(new SlackWindow(port(portBase, 2), List.of(NEWSROOM, ENERGY_DESK), clock));
      bucket = opened(new Bucket(port(portBase, 3), BUCKET, folder.resolve(BUCKET), clock));
      desk =
          opened(
              new WebhookDesk(
                  loopback,
                  port(portBase, 4),
                  new WebhookVerifier(WEBHOOK_SECRET, clock),
                  clock,
                  received -> {}));
      String html =
          new Template("index.html")
              .fill(
                  Map.of(
                      "site", site.address().toString(),
                      "slack", slack.address().toString(),
                      "bucket", bucket.address().toString(),
                      "desk", desk.address().toString(),
                      "config", DemoConfig.file(folder).toString()));
      index = opened(new Server(loopback, portBase, request -> Reply.page(html)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The page that links to the others. */
  public URI address() {
    return index.address();
  }

  public NewsSite site() {
    return site;
  }

  public SlackWindow slack() {
    return slack;
  }

  public Bucket bucket() {
    return bucket;
  }

  public WebhookDesk desk() {
    return desk;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    running.push(part);
    return part;
  }

  private static int port(int base, int offset) {
    return base == 0 ? 0 : base + offset;
  }
}
