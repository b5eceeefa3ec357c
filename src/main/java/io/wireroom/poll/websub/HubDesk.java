package io.wireroom.poll.websub;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.RetryAfter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to ask a hub, and what its answer means. The request between the two is a route. Source: W3C
 * WebSub, 5.1 and 5.2. Thread-safe.
 */
public final class HubDesk {

  /** A hub may have moved (307, 308); the request goes on to where it is now. */
  private static final int REDIRECTS = 5;

  private static final int LONGEST_REASON = 200;

  private final Duration timeout;
  private final Clock clock;

  /**
   * @param timeout for one request, from connecting to the last byte of the answer
   */
  public HubDesk(Duration timeout, Clock clock) {
    this.timeout = timeout;
    this.clock = clock;
  }

  /** The request to push, to go on pushing, or to stop. */
  public HttpCall request(HubLease lease) {
    boolean stop = lease.state() == HubLease.State.LEAVING;
    Stream<Map.Entry<String, String>> common =
        Stream.of(
            Map.entry("hub.mode", stop ? "unsubscribe" : "subscribe"),
            Map.entry("hub.topic", lease.topic().toString()),
            Map.entry("hub.callback", lease.contact().callback().toString()));
    Stream<Map.Entry<String, String>> more =
        Stream.of(
            Map.entry("hub.lease_seconds", "" + Grant.ASKED_FOR.toSeconds()),
            Map.entry("hub.secret", lease.contact().secret()));
    String form =
        Stream.concat(common, stop ? Stream.of() : more)
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpCall(
        "POST",
        lease.hub(),
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        form.getBytes(StandardCharsets.UTF_8),
        timeout,
        HttpCall.ANSWER_BYTES,
        REDIRECTS);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What the hub's answer means. A yes is not settled before the hub has called back. */
  public HubAnswer read(HubLease lease, HttpReply reply) {
    if (reply.ok()) {
      String note = "the hub " + lease.hub().getHost() + " has not called back yet";
      return new HubAnswer(lease, true, false, Duration.ZERO, note);
    }
    Duration asked = RetryAfter.of(reply, clock.instant());
    return new HubAnswer(
        lease,
        false,
        reply.failure() == null && reply.status() == 410,
        asked == null ? Duration.ZERO : asked,
        "the hub " + lease.hub().getHost() + " " + words(reply));
  }

  /** A request that failed here and not at the hub. */
  public HubAnswer broken(HubLease lease, String why) {
    return new HubAnswer(lease, false, false, Duration.ZERO, why);
  }

  private static String words(HttpReply reply) {
    if (reply.failure() != null) {
      return "can't be asked: " + reply.detail();
    }
    String reason = reply.text().replaceAll("\\s+", " ").strip();
    String answer = "answered HTTP " + reply.status();
    boolean plain = !reason.isEmpty() && !reason.startsWith("<");
    return plain
        ? answer + ": " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON))
        : answer;
  }
}
