package io.wireroom.poll.websub;

import io.wireroom.net.BodyReader;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.FeedException;
import io.wireroom.poll.Poller;
import io.wireroom.poll.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was pushed just as a polled answer is read. Thread-safe. */
public final class PushReader {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Sources sources;
  private final Poller.Items items;
  private final BodyReader bodies;
  private final int maxBytes;
  private final Clock clock;

  /**
   * @param items reads a feed
   * @param maxBytes the largest feed that is read, decoded
   */
  public PushReader(Sources sources, Poller.Items items, int maxBytes, Clock clock) {
    this.sources = sources;
    this.items = items;
    this.bodies = new BodyReader(clock);
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Finds the source that a push is for. Port; implemented in {@code store}. */
  public interface Sources {
    /** Empty when it is not polled any more. */
    Optional<Source> source(HubLease lease);
  }

  /** The items of a push. One that is no feed is thin: there is news, which has to be fetched. */
  public Pushed read(Push push) {
    Optional<Source> source = sources.source(push.lease());
    if (source.isEmpty()) {
      return new Pushed(push.lease(), List.of(), false, "");
    }
    if (push.content().body().length == 0) {
      return thin(push, "it is empty");
    }
    try {
      HttpReply content = decoded(push.content());
      return new Pushed(
          push.lease(), items.read(source.get(), content, clock.instant()).items(), false, "");
    } catch (IOException | FeedException e) {
      return thin(push, String.valueOf(e.getMessage()));
    }
  }

  private static Pushed thin(Push push, String why) {
    return new Pushed(push.lease(), List.of(), true, why);
  }

  private HttpReply decoded(HttpReply content) throws IOException {
    Instant deadline = clock.instant().plus(PATIENCE);
    byte[] body =
        bodies.read(
            new ByteArrayInputStream(content.body()),
            content.header("content-encoding"),
            maxBytes,
            deadline);
    String type = content.header("content-type");
    return new HttpReply(
        200,
        content.uri(),
        List.of(),
        type == null ? Map.of() : Map.of("content-type", type),
        body,
        null,
        "",
        Duration.ZERO);
  }
}
