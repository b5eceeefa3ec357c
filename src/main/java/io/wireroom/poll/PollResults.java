package io.wireroom.poll;

import io.wireroom.net.HttpReply;
import io.wireroom.net.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The results of a poll, each with the source's new state and its next time. */
final class PollResults {

  /** 403 is here since many sites limit with it. */
  private static final Set<Integer> LIMITS = Set.of(403, 429, 503);

  private PollResults() {}

  /** The source answered with its items. */
  static Poll read(
      Source source, HttpReply reply, Poller.Reading reading, String bodyHash, Instant now) {
    Source.State state =
        new Source.State(
            reading.title().isBlank() ? source.state().title() : reading.title(),
            movedTo(source, reply),
            reply.header("etag"),
            reply.header("last-modified"),
            bodyHash,
            0,
            reading.ttlMinutes(),
            reading.quiet(),
            0,
            now,
            reading.entriesAWeek());
    boolean feed = source.kind() == Source.Kind.FEED;
    HubOffer offer = feed ? HubOffer.of(reply, reading.hubs(), reading.self()) : null;
    return succeeded(source, Poll.Result.READ, reply, state, reading.items(), offer, now);
  }

  /** The same bytes as last time, whatever the validators say. */
  static Poll sameBody(Source source, HttpReply reply, Instant now) {
    Source.State state =
        source
            .state()
            .withValidators(reply.header("etag"), reply.header("last-modified"))
            .unchanged(movedTo(source, reply), source.state().sameBodies() + 1, now);
    return succeeded(source, Poll.Result.UNCHANGED, reply, state, List.of(), null, now);
  }

  /**
   * 304. One that came over a permanent redirect does not show that the new place has a feed, so
   * the next poll asks for all of it.
   */
  static Poll notModified(Source source, HttpReply reply, Instant now) {
    Source.State old = source.state();
    boolean moving = permanent(reply) && !reply.uri().equals(old.movedTo());
    String etag = reply.header("etag") == null ? old.etag() : reply.header("etag");
    String modified =
        reply.header("last-modified") == null ? old.lastModified() : reply.header("last-modified");
    Source.State state =
        (moving ? old.withValidators(null, null) : old.withValidators(etag, modified))
            .unchanged(old.movedTo(), 0, now);
    return succeeded(source, Poll.Result.UNCHANGED, reply, state, List.of(), null, now);
  }

  private static Poll succeeded(
      Source source,
      Poll.Result result,
      HttpReply reply,
      Source.State state,
      List<Item> items,
      @Nullable HubOffer offer,
      Instant now) {
    Duration fresh = PollSchedule.freshFor(reply, state.ttlMinutes(), now);
    Duration interval = PollSchedule.interval(source, state);
    Duration wait = fresh.compareTo(interval) > 0 ? fresh : interval;
    Instant next = PollSchedule.awake(now, wait, state.quiet(), source.id());
    Instant allowed = state.quiet().over(now.plus(fresh));
    return new Poll(source, result, state, items, allowed, next, Duration.ZERO, "", offer);
  }

  /**
   * No usable answer.
   *
   * @param reply null when the failure was here and not at the source
   */
  static Poll failed(Source source, @Nullable HttpReply reply, Instant now, String why) {
    Source.State state = source.state().failed(source.state().movedTo());
    Duration asked = reply == null ? null : RetryAfter.of(reply, now);
    Duration wait = PollSchedule.backOff(state.failures());
    wait = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    boolean limited = asked != null && reply != null && LIMITS.contains(reply.status());
    Instant next = PollSchedule.awake(now, wait, state.quiet(), source.id());
    return new Poll(
        source,
        Poll.Result.FAILED,
        state,
        List.of(),
        next,
        next,
        limited && asked != null ? asked : Duration.ZERO,
        note(source, state, why));
  }

  /** A status that is neither a success nor an end. */
  static Poll refused(Source source, HttpReply reply, Instant now) {
    return failed(source, reply, now, words(reply.status()));
  }

  private static String words(int status) {
    String answer = "the source answered HTTP " + status;
    switch (status) {
      case 304:
        return answer + " to a request that set no condition";
      case 401:
      case 407:
        return answer + ": it wants to know who asks; give the source auth or headers";
      case 402:
        return answer + ": it wants to be paid";
      case 403:
        return answer + ": it refuses, for good or since it was asked too often; it is asked less";
      case 404:
        return answer + ": nothing is there; look for its new address";
      case 429:
        return answer + ": it was asked too often; it is asked less";
      default:
        return answer;
    }
  }

  /** 410 by the source itself: only a new address in the config starts it again. */
  static Poll gone(Source source, Instant now) {
    return new Poll(
        source,
        Poll.Result.GONE,
        source.state().failed(source.state().movedTo()),
        List.of(),
        Instant.MAX,
        Instant.MAX,
        Duration.ZERO,
        source.id()
            + ": the source says that it has ended (HTTP 410); remove it from the config, or give"
            + " its new address");
  }

  /** 410 by the place where it once moved: back to the address in the config. */
  static Poll goneFromThere(Source source, Instant now) {
    Poll failed = failed(source, null, now, "the place where it had moved is gone (HTTP 410)");
    return new Poll(
        source,
        failed.result(),
        source.state().failed(null),
        failed.items(),
        failed.notBefore(),
        failed.next(),
        failed.holdOthers(),
        failed.note());
  }

  /** Whether every hop on the way was permanent, and there was one. */
  static boolean permanent(HttpReply reply) {
    return !reply.hops().isEmpty()
        && reply.hops().stream().allMatch(hop -> hop.status() == 301 || hop.status() == 308);
  }

  /** Where the source lives now that this answer has been read. */
  private static @Nullable URI movedTo(Source source, HttpReply reply) {
    URI asked = source.address();
    URI now = permanent(reply) ? reply.uri() : asked;
    return now.equals(source.url()) ? null : now;
  }

  private static String note(Source source, Source.State state, String why) {
    String often = state.failures() > 1 ? " (" + state.failures() + " times in a row)" : "";
    String host = String.valueOf(source.address().getHost());
    return source.id() + " (" + host + "): " + why + often;
  }
}
