package io.wireroom.poll.websub;

import io.wireroom.net.HttpReply;
import io.wireroom.poll.websub.HubLease.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to say to a hub that calls: to its question whether we asked for this, to its refusal, and
 * to what it pushes. Knows nothing of how requests look. Source: W3C WebSub, 5.2, 5.3 and 7.
 * Thread-safe.
 */
public final class HubCallback {

  private static final Logger LOG = LoggerFactory.getLogger(HubCallback.class);

  private final HubLeases leases;
  private final Clock clock;

  public HubCallback(HubLeases leases, Clock clock) {
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Whether the hub may do what it says was asked of it: only what was asked, for the topic that
   * was asked for.
   *
   * @param mode {@code subscribe} or {@code unsubscribe}
   * @param granted how long it will push; null when it does not say
   */
  public boolean confirms(String token, String mode, String topic, @Nullable Duration granted) {
    AtomicBoolean meant = new AtomicBoolean();
    Optional<HubLease> known = find(token, topic);
    Instant now = clock.instant();
    if (known.isEmpty()) {
      return false;
    } else if (mode.equals("unsubscribe")) {
      boolean leaving = known.get().state() == State.LEAVING;
      if (leaving) {
        leases.remove(known.get());
      }
      return leaving;
    } else if (mode.equals("subscribe")) {
      leases.change(
          known.get(),
          lease -> {
            meant.set(lease.state() != State.LEAVING);
            return meant.get() ? lease.granted(granted, now) : lease;
          });
    }
    return meant.get();
  }

  /**
   * The hub will not push this, or not any more.
   *
   * @return whether that was ours to hear
   */
  public boolean denied(String token, String topic, String reason) {
    Optional<HubLease> known = find(token, topic);
    known.ifPresent(
        denied ->
            leases.change(
                denied,
                lease ->
                    lease.state() == State.LEAVING
                        ? lease
                        : lease.denied(reason, clock.instant())));
    return known.isPresent();
  }

  private Optional<HubLease> find(String token, String topic) {
    return leases.find(token).filter(lease -> lease.topic().toString().equals(topic));
  }

  /** Whether what a hub pushes with this token is still for us. */
  public boolean expects(String token) {
    return leases.find(token).filter(lease -> lease.state() != State.LEAVING).isPresent();
  }

  /**
   * What the hub pushed.
   *
   * @param signature the header {@code X-Hub-Signature}; null when there was none
   * @param headers of the push, names in lower case
   * @return null when the signature does not show that it is from the hub
   */
  public @Nullable Push push(
      String token, @Nullable String signature, Map<String, String> headers, byte[] body) {
    Optional<HubLease> known = leases.find(token);
    if (known.isEmpty()) {
      return null;
    }
    HubLease lease = known.get();
    if (!HubSignature.matches(signature, lease.contact().secret(), body)) {
      LOG.warn(
          "push source={} result=IGNORED note=\"it is not signed with the secret that the hub {}"
              + " was given\"",
          lease.sourceId(),
          lease.hub().getHost());
      return null;
    }
    HttpReply content =
        new HttpReply(200, lease.topic(), List.of(), headers, body, null, "", Duration.ZERO);
    return new Push(lease, content);
  }
}
