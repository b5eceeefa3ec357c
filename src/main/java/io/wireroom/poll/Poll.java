package io.wireroom.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one poll of a source came to.
 *
 * @param source as it was claimed
 * @param result how it ended
 * @param state what is known of the source now
 * @param items newest first; those seen before are sorted out by the store
 * @param notBefore the earliest time the source allows another poll (TTL, max-age, Retry-After, or
 *     the back-off after failures)
 * @param next when the service polls it again, by how often it publishes; never before {@code
 *     notBefore}
 * @param holdOthers how long the answer asks to be left alone by all who ask there, from now; zero
 *     when it says nothing of others
 * @param note for people: what went wrong and what to do; empty when nothing did
 * @param offer what the source says of being pushed; null when the answer can't say, such as a 304
 */
public record Poll(
    Source source,
    Result result,
    Source.State state,
    List<Item> items,
    Instant notBefore,
    Instant next,
    Duration holdOthers,
    String note,
    @Nullable HubOffer offer) {

  /** A poll that says nothing of hubs. */
  public Poll(
      Source source,
      Result result,
      Source.State state,
      List<Item> items,
      Instant notBefore,
      Instant next,
      Duration holdOthers,
      String note) {
    this(source, result, state, items, notBefore, next, holdOthers, note, null);
  }

  /** Whether the source has just moved: it answers at {@link Source.State#movedTo} from now on. */
  public boolean moved() {
    return state.movedTo() != null && !state.movedTo().equals(source.state().movedTo());
  }

  /** How a poll ended. */
  public enum Result {
    /** The source answered with its items. */
    READ,
    /** 304, or the same bytes again: nothing new since last time. */
    UNCHANGED,
    /** No usable answer; it is tried again at {@link Poll#next}. */
    FAILED,
    /** 410: the source says it has ended; it is not polled again until the config changes. */
    GONE
  }
}
