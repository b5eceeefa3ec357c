package io.wireroom.web;

import io.wireroom.poll.websub.HubCallback;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The callback under {@code /websub/}: each of our subscriptions at a hub has an address of its own
 * there, which only that hub was told. Thread-safe.
 */
public final class HubDoor {

  /** Hubs send some dozen characters; what is longer is no challenge. */
  private static final int LONGEST_CHALLENGE = 2_000;

  private final HubCallback callback;

  public HubDoor(HubCallback callback) {
    this.callback = callback;
  }

  /** Hears what a hub says or brings. */
  public HubVisit hear(WebRequest request) {
    String token = request.path().substring(request.path().lastIndexOf('/') + 1);
    return request.method().equals("GET") ? asked(token, request) : brought(token, request);
  }

  private HubVisit asked(String token, WebRequest request) {
    Map<String, String> query = request.parameters();
    String mode = query.getOrDefault("hub.mode", "");
    String topic = query.getOrDefault("hub.topic", "");
    String challenge = query.getOrDefault("hub.challenge", "");
    if (mode.equals("denied")) {
      boolean ours = callback.denied(token, topic, query.getOrDefault("hub.reason", ""));
      return ours ? plain(200, "") : unknown();
    }
    boolean asks = !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
    boolean meant = asks && callback.confirms(token, mode, topic, seconds(query));
    return meant ? plain(200, challenge) : unknown();
  }

  private static @Nullable Duration seconds(Map<String, String> query) {
    String seconds = query.getOrDefault("hub.lease_seconds", "").strip();
    return seconds.matches("\\d{1,12}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  /** A push with a bad signature is said yes to, so that nobody can try secrets out. */
  private HubVisit brought(String token, WebRequest request) {
    if (!callback.expects(token)) {
      return plain(410, "nobody here wants this any more");
    }
    return new HubVisit(
        WebReply.of(202, "text/plain; charset=utf-8", ""),
        callback.push(token, request.header("x-hub-signature"), request.headers(), request.body()));
  }

  private static HubVisit unknown() {
    return plain(404, "that was not asked for");
  }

  private static HubVisit plain(int status, String text) {
    WebReply reply = WebReply.of(status, "text/plain; charset=utf-8", text);
    return new HubVisit(reply.with("X-Content-Type-Options", "nosniff"), null);
  }
}
