package io.wireroom.poll;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.RetryAfter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a source, and what its answer means for it. The fetch between the two is a route.
 * Thread-safe.
 */
public final class Poller {

  private static final int LARGEST_FEED = 16 * 1024 * 1024;
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5,"
          + " */*;q=0.1";

  private final Items items;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param items reads what a source answered
   * @param timeout for one fetch, from connecting to the last byte
   */
  public Poller(Items items, Duration timeout, Clock clock) {
    this.items = items;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Reads what a source answered: the feed, and the items it means. */
  public interface Items {
    /**
     * @throws FeedException if the answer is not what the source's kind says
     */
    Reading read(Source source, HttpReply reply, Instant now) throws FeedException;
  }

  /**
   * What a source's answer holds.
   *
   * @param items newest first
   * @param entriesAWeek how often it publishes; 0 when its entries carry no dates
   */
  public record Reading(
      String title, List<Item> items, @Nullable Integer ttlMinutes, double entriesAWeek) {}

  /** The conditional request: validators go back to the letter (RFC 9110, 13.1). */
  public HttpCall request(Source source) {
    Map<String, String> headers = new HashMap<>(source.headers());
    headers.putIfAbsent("Accept", ACCEPT);
    if (source.state().etag() != null) {
      headers.put("If-None-Match", source.state().etag());
    }
    if (source.state().lastModified() != null) {
      headers.put("If-Modified-Since", source.state().lastModified());
    }
    return HttpCall.get(source.address(), headers, timeout, LARGEST_FEED);
  }

  /** What the answer means: new items, nothing new, a failure with its next try, or the end. */
  public Poll read(Source source, HttpReply reply) {
    Instant now = clock.instant();
    if (reply.failure() != null) {
      return failed(source, reply, now, reply.detail());
    } else if (reply.status() == 304) {
      return unchanged(source, reply, now);
    } else if (reply.status() == 410) {
      return gone(source, now);
    } else if (!reply.ok()) {
      return failed(source, reply, now, "the source answered HTTP " + reply.status());
    }
    try {
      return read(source, reply, items.read(source, reply, now), now);
    } catch (FeedException e) {
      return failed(source, reply, now, String.valueOf(e.getMessage()));
    }
  }

  /** A poll that failed here and not at the source; it backs off like any other. */
  public Poll broken(Source source, String why) {
    return failed(source, null, clock.instant(), why);
  }

  private static Poll read(Source source, HttpReply reply, Reading reading, Instant now) {
    Source.State state =
        new Source.State(
            reading.title().isBlank() ? source.state().title() : reading.title(),
            movedTo(source, reply),
            reply.header("etag"),
            reply.header("last-modified"),
            0,
            now,
            reading.entriesAWeek());
    return succeeded(
        source,
        Poll.Result.READ,
        state,
        reading.items(),
        PollSchedule.freshFor(reply, reading.ttlMinutes(), now),
        now);
  }

  private static Poll unchanged(Source source, HttpReply reply, Instant now) {
    Source.State old = source.state();
    String etag = reply.header("etag");
    Source.State state =
        new Source.State(
            old.title(),
            movedTo(source, reply),
            etag == null ? old.etag() : etag,
            old.lastModified(),
            0,
            now,
            old.entriesAWeek());
    Duration fresh = PollSchedule.freshFor(reply, null, now);
    return succeeded(source, Poll.Result.UNCHANGED, state, List.of(), fresh, now);
  }

  private static Poll succeeded(
      Source source,
      Poll.Result result,
      Source.State state,
      List<Item> items,
      Duration fresh,
      Instant now) {
    Duration interval = PollSchedule.interval(source, state.entriesAWeek());
    Duration wait = fresh.compareTo(interval) > 0 ? fresh : interval;
    Instant next = PollSchedule.spread(now, wait, source.id());
    return new Poll(source, result, state, items, now.plus(fresh), next, "");
  }

  private static Poll failed(Source source, @Nullable HttpReply reply, Instant now, String why) {
    int failures = source.state().failures() + 1;
    Duration asked = reply == null ? null : RetryAfter.of(reply, now);
    Duration wait = PollSchedule.backOff(failures);
    wait = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    Instant next = PollSchedule.spread(now, wait, source.id());
    return new Poll(
        source,
        Poll.Result.FAILED,
        failing(source.state(), failures),
        List.of(),
        next,
        next,
        source.id() + " (" + host(source.address()) + "): " + why);
  }

  private static Poll gone(Source source, Instant now) {
    Source.State state = failing(source.state(), source.state().failures() + 1);
    String note =
        source.id()
            + ": the source says that it has ended (HTTP 410); remove it from the config, or give"
            + " its new address";
    return new Poll(source, Poll.Result.GONE, state, List.of(), Instant.MAX, Instant.MAX, note);
  }

  private static Source.State failing(Source.State old, int failures) {
    return new Source.State(
        old.title(),
        old.movedTo(),
        old.etag(),
        old.lastModified(),
        failures,
        old.polledAt(),
        old.entriesAWeek());
  }

  /** Where the source lives now: moved only if every hop on the way was permanent. */
  private static @Nullable URI movedTo(Source source, HttpReply reply) {
    boolean permanent =
        !reply.hops().isEmpty()
            && reply.hops().stream().allMatch(hop -> hop.status() == 301 || hop.status() == 308);
    return permanent ? reply.uri() : source.state().movedTo();
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? uri.toString() : uri.getHost();
  }
}
