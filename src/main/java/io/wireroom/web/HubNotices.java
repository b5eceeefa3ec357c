package io.wireroom.web;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.RetryAfter;
import io.wireroom.web.Topics.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the WebSub hub which feeds have changed, so that it fetches them and hands them on. Changes
 * that come close together are one notice. Source: WebSub, 6, and PubSubHubbub 0.4, 7.1 ({@code
 * hub.mode=publish}), which is what hubs understand. Thread-safe.
 */
public final class HubNotices {

  private static final Logger LOG = LoggerFactory.getLogger(HubNotices.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int AT_ONCE = 100;

  private final Topics topics;
  private final Site site;
  private final boolean open;
  private final Clock clock;

  /**
   * @param open whether the feeds are: of others a hub could not hand anything on
   */
  public HubNotices(Topics topics, Site site, boolean open, Clock clock) {
    this.topics = topics;
    this.site = site;
    this.open = open;
    this.clock = clock;
  }

  /** What the hub is to be told now; nothing when there is no hub. */
  public List<Topic> due() {
    return site.hub() == null || !open ? List.of() : topics.due(AT_ONCE);
  }

  /** One notice. One topic each, since hubs differ in how they read several. */
  public HttpCall call(Topic topic) {
    URI hub = Objects.requireNonNull(site.hub());
    String url = URLEncoder.encode(site.base() + Feeds.ROOT + topic.path(), StandardCharsets.UTF_8);
    byte[] body = ("hub.mode=publish&hub.url=" + url).getBytes(StandardCharsets.US_ASCII);
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return HttpCall.send("POST", hub, headers, body, TIMEOUT);
  }

  /** What comes of it: the hub knows, or is told again later. */
  public void heard(Topic topic, HttpReply reply) {
    if (reply.ok()) {
      topics.told(topic);
      LOG.info(
          "hub-notice topic={} version={} status={}",
          topic.path(),
          topic.version(),
          reply.status());
      return;
    }
    Instant now = clock.instant();
    @Nullable Duration asked = RetryAfter.of(reply, now);
    Duration pause = pause(topic.failures());
    Instant again = now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    String why = reply.failure() == null ? "the hub answered " + reply.status() : reply.detail();
    topics.postpone(topic, again, why);
    LOG.warn("hub-notice topic={} again={} reason=\"{}\"", topic.path(), again, why);
  }

  private static Duration pause(int failures) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
