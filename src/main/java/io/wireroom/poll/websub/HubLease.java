package io.wireroom.poll.websub;

import io.wireroom.poll.PollSchedule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of ours at a hub, for one source. Pure: each method says what it becomes.
 *
 * @param id of its row
 * @param sourceId whose news it brings
 * @param hub that is asked
 * @param others that the source names besides, to be asked when this one fails, next one first
 * @param topic that the hub is asked for
 * @param token the last part of the callback's path, which nobody can guess
 * @param callback the whole address that the hub calls
 * @param secret shared with the hub, which signs by it
 * @param failures requests in a row that came to nothing
 * @param due when the hub is asked next, or the lease ends
 * @param since the hub's first yes; null when there was none
 * @param endsAt the end of the lease; null when there was none
 * @param pushedAt the last push with a good signature; null when there was none
 * @param note why the last request came to nothing; empty when it did not
 */
public record HubLease(
    long id,
    String sourceId,
    URI hub,
    List<URI> others,
    URI topic,
    String token,
    URI callback,
    String secret,
    State state,
    Trust trust,
    int failures,
    Instant due,
    @Nullable Instant since,
    @Nullable Instant endsAt,
    @Nullable Instant pushedAt,
    String note) {

  /** What is asked for; a hub that grants another time is held to that. */
  static final Duration ASKED_FOR = Duration.ofDays(10);

  /** Where a hub names no time, though it must. */
  private static final Duration UNNAMED = Duration.ofDays(1);

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /** How long a hub that said yes may take to call back. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** A hub that refused for good is asked again all the same, though rarely. */
  private static final Duration REFUSED = Duration.ofDays(7);

  /** How far apart a push and the poll that finds the same may be. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  /** A callback that no hub has been told. */
  public static final URI NOWHERE = URI.create("");

  /** Where it stands with the hub. */
  public enum State {
    /** The hub is to be asked at {@link HubLease#due}. */
    WANTED,
    /** The hub was asked and has not called back. */
    ASKED,
    /** The hub called back: it pushes until {@link HubLease#endsAt}. */
    ACTIVE,
    /** The hub is to be asked to stop. */
    LEAVING
  }

  /** Whether pushes bring all that is new. */
  public enum Trust {
    GOOD,
    /** The hub said that there is news without saying what, and no poll has found it yet. */
    AWAITING,
    /** A poll found news that was not pushed, and nothing was pushed since. */
    MISSED
  }

  /** Whether the source needs polling only to make sure. */
  public boolean good(Instant now) {
    return running(now) && trust == Trust.GOOD;
  }

  /** Whether the hub has promised to push. */
  public boolean running(Instant now) {
    return state == State.ACTIVE && endsAt != null && now.isBefore(endsAt);
  }

  /** Whether it ran out before it was renewed. */
  boolean lapsed(Instant now) {
    return endsAt != null && !now.isBefore(endsAt);
  }

  /** Whether there is nothing left that the hub should be asked. */
  public boolean over(Instant now) {
    return state == State.LEAVING && (endsAt == null || lapsed(now));
  }

  /** As it is when the hub is about to be asked. */
  public HubLease begun(Instant now) {
    return switch (state) {
      case WANTED -> as(State.ASKED, failures, due, note);
      case ACTIVE -> lapsed(now) ? ended("the lease ended", now).as(State.ASKED) : this;
      default -> this;
    };
  }

  /**
   * After the hub's answer. A hub that calls back before it answers has settled it already.
   *
   * @param asked as it was when the hub was asked
   */
  public HubLease answered(HubLease asked, HubAnswer answer, Instant now) {
    boolean settled = !Objects.equals(endsAt, asked.endsAt()) || state != asked.state();
    if (settled) {
      return this;
    }
    State left = state == State.ASKED && !answer.accepted() ? State.WANTED : state;
    Duration least =
        answer.accepted() ? PATIENCE : answer.lasting() ? REFUSED : answer.retryAfter();
    if (left == State.WANTED && !others.isEmpty()) {
      return elsewhere(least.isZero(), failures + 1, answer.note(), now);
    }
    Duration wait = PollSchedule.backOff(failures + 1);
    Duration longer = least.compareTo(wait) > 0 ? least : wait;
    return as(left, failures + 1, atTheLatest(now.plus(longer)), answer.note());
  }

  /** An active one is looked at when it ends, at the latest. */
  private Instant atTheLatest(Instant next) {
    return state == State.ACTIVE && endsAt != null && endsAt.isBefore(next) ? endsAt : next;
  }

  /**
   * The hub called back and got our yes. It is renewed after four fifths of its time, so that a hub
   * that is down then has the last fifth to come back.
   *
   * @param granted null when the hub names no time
   */
  public HubLease granted(@Nullable Duration granted, Instant now) {
    Duration time = granted == null || granted.isNegative() || granted.isZero() ? UNNAMED : granted;
    time = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    Duration renew = time.multipliedBy(4).dividedBy(5);
    return new HubLease(
        id,
        sourceId,
        hub,
        others,
        topic,
        token,
        callback,
        secret,
        State.ACTIVE,
        trust,
        0,
        now.plus(renew.compareTo(SHORTEST) < 0 ? SHORTEST : renew),
        state == State.ACTIVE ? since : now,
        now.plus(time),
        pushedAt,
        "");
  }

  /** The hub will not push, or not any more. */
  public HubLease denied(String reason, Instant now) {
    String why = reason.isBlank() ? "the hub denied it" : "the hub denied it: " + reason;
    return others.isEmpty()
        ? as(State.WANTED, failures + 1, now.plus(REFUSED), why)
        : elsewhere(false, failures, why, now);
  }

  /** Whether the hub said yes, never called back, and there is another one to be asked. */
  public boolean unanswered(Instant now) {
    return state == State.ASKED && failures > 0 && !now.isBefore(due) && !others.isEmpty();
  }

  /** With the next hub, after this one said yes and never called back. */
  public HubLease elsewhere(Instant now) {
    return elsewhere(true, failures, note, now);
  }

  /**
   * With the next hub, which is asked at once; when all have been asked in vain, after a while. It
   * gets a callback and a secret of its own: what the hub before was told is void.
   *
   * @param again whether the hub before may be asked again in its turn; one that refuses for good,
   *     or that asks to be left alone, not before the source names it anew
   * @param asked failures in a row, this one included
   */
  private HubLease elsewhere(boolean again, int asked, String why, Instant now) {
    List<URI> left = new ArrayList<>(others.subList(1, others.size()));
    int round = others.size() + 1;
    Duration wait = Duration.ZERO;
    if (again) {
      left.add(hub);
      wait = asked % round == 0 ? PollSchedule.backOff(asked / round) : wait;
    }
    return at(others.get(0), left, "", NOWHERE, "").as(State.WANTED, asked, now.plus(wait), why);
  }

  /** What the source names now, this hub among them. */
  public HubLease offered(List<URI> hubs) {
    List<URI> rest = new ArrayList<>(hubs);
    Collections.rotate(rest, -hubs.indexOf(hub));
    return at(hub, rest.subList(1, rest.size()), token, callback, secret);
  }

  /** Without the hub from now on; it is asked again at once. */
  public HubLease ended(String why, Instant now) {
    return as(State.WANTED, failures, now, why);
  }

  /** The source does not offer it any more, or is not there any more. */
  public HubLease leaving(Instant now) {
    return as(State.LEAVING, 0, now, "");
  }

  /**
   * Something was pushed.
   *
   * @param thin whether it says that there is news, and not what
   */
  public HubLease pushed(boolean thin, Instant now) {
    return with(thin ? Trust.AWAITING : Trust.GOOD, now);
  }

  /**
   * A poll found news.
   *
   * @param before the last good poll before it; null when there was none
   */
  public HubLease foundByPoll(@Nullable Instant before, Instant now) {
    boolean pushable = before != null && since != null && before.isAfter(since);
    boolean together = pushedAt != null && pushedAt.plus(TOGETHER).isAfter(now);
    if (trust == Trust.AWAITING) {
      return with(Trust.GOOD, pushedAt);
    }
    return pushable && !together ? with(Trust.MISSED, pushedAt) : this;
  }

  private HubLease with(Trust newTrust, @Nullable Instant pushed) {
    return new HubLease(
        id, sourceId, hub, others, topic, token, callback, secret, state, newTrust, failures, due,
        since, endsAt, pushed, note);
  }

  private HubLease at(URI to, List<URI> rest, String newToken, URI newCallback, String newSecret) {
    return new HubLease(
        id,
        sourceId,
        to,
        List.copyOf(rest),
        topic,
        newToken,
        newCallback,
        newSecret,
        state,
        trust,
        failures,
        due,
        since,
        endsAt,
        pushedAt,
        note);
  }

  private HubLease as(State newState) {
    return as(newState, failures, due, note);
  }

  private HubLease as(State newState, int newFailures, Instant newDue, String newNote) {
    return new HubLease(
        id,
        sourceId,
        hub,
        others,
        topic,
        token,
        callback,
        secret,
        newState,
        trust,
        newFailures,
        newDue,
        since,
        endsAt,
        pushedAt,
        newNote);
  }

  /** Without the secret, and without the token, which is one. */
  @Override
  public String toString() {
    return "HubLease[source=" + sourceId + ", hub=" + hub.getHost() + ", state=" + state + "]";
  }
}
