package io.wireroom.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that items come from: what the config says of it, and what polling it has taught.
 *
 * @param id from the config
 * @param url from the config
 * @param kind how to read what the address answers
 * @param select CSS selector or JSONPath of the links on a list page; null for feeds
 * @param tags given to each of its items
 * @param firstPoll how many of the newest items the first poll takes
 * @param every a fixed interval from the config; null to adapt to how often the source publishes
 * @param headers extra request headers
 * @param state what the last poll left
 */
public record Source(
    String id,
    URI url,
    Kind kind,
    @Nullable String select,
    List<String> tags,
    int firstPoll,
    @Nullable Duration every,
    Map<String, String> headers,
    State state) {

  /** How to read what a source's address answers. */
  public enum Kind {
    FEED,
    PAGE,
    JSON,
    SITEMAP
  }

  /**
   * What the last poll left.
   *
   * @param title the source's name as the feed gives it; empty before the first poll
   * @param movedTo where a permanent redirect led; null when it never moved
   * @param etag sent back as If-None-Match, to the letter; null when the source gave none
   * @param lastModified sent back as If-Modified-Since, to the letter; null likewise
   * @param bodyHash of the last answer that was read, so that the same bytes are known again where
   *     a server ignores validators; null before the first
   * @param sameBodies how many answers in a row had those same bytes
   * @param ttlMinutes how long the feed itself asks to be left alone; null when it does not. Kept,
   *     since a 304 cannot repeat it
   * @param quiet when the feed itself says that it need not be asked; kept likewise
   * @param failures in a row
   * @param polledAt when it last answered with items or with 304; null when it never did
   * @param entriesAWeek how often it publishes, from the dates of its entries; 0 when unknown
   */
  public record State(
      String title,
      @Nullable URI movedTo,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable String bodyHash,
      int sameBodies,
      @Nullable Integer ttlMinutes,
      QuietTimes quiet,
      int failures,
      @Nullable Instant polledAt,
      double entriesAWeek) {

    /** A source that was never polled. */
    public static final State NEW =
        new State("", null, null, null, null, 0, null, QuietTimes.NONE, 0, null, 0);

    State withValidators(@Nullable String newEtag, @Nullable String newLastModified) {
      return new State(
          title,
          movedTo,
          newEtag,
          newLastModified,
          bodyHash,
          sameBodies,
          ttlMinutes,
          quiet,
          failures,
          polledAt,
          entriesAWeek);
    }

    /** It answered, and nothing about its content is new. */
    State unchanged(@Nullable URI nowAt, int answersAlike, Instant at) {
      return new State(
          title,
          nowAt,
          etag,
          lastModified,
          bodyHash,
          answersAlike,
          ttlMinutes,
          quiet,
          0,
          at,
          entriesAWeek);
    }

    /** It failed once more. */
    State failed(@Nullable URI nowAt) {
      return new State(
          title,
          nowAt,
          etag,
          lastModified,
          bodyHash,
          sameBodies,
          ttlMinutes,
          quiet,
          failures + 1,
          polledAt,
          entriesAWeek);
    }
  }

  /** The same source, with what has been learnt since. */
  public Source with(State learnt) {
    return new Source(id, url, kind, select, tags, firstPoll, every, headers, learnt);
  }

  /**
   * Where to fetch it now: where it moved, else where the config says. Once the new place has
   * failed three times in a row, the two take turns.
   */
  public URI address() {
    boolean home = state.failures() >= 3 && state.failures() % 2 == 1;
    return state.movedTo() == null || home ? url : state.movedTo();
  }
}
