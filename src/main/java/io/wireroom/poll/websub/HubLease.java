package io.wireroom.poll.websub;

import io.wireroom.poll.PollSchedule;
import io.wireroom.poll.websub.PushTrust.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of ours at a hub, for one source. Pure: each method says what it becomes.
 *
 * @param id of its row
 * @param sourceId whose news it brings
 * @param topic that the hub is asked for
 * @param failures requests in a row that came to nothing
 * @param due when the hub is asked next, or the lease ends
 * @param note why the last request came to nothing; empty when it did not
 */
public record HubLease(
    long id,
    String sourceId,
    HubRound hubs,
    URI topic,
    HubContact contact,
    State state,
    int failures,
    Instant due,
    Term term,
    PushTrust trust,
    String note) {

  /** Where it stands with the hub. */
  public enum State {
    /** The hub is to be asked at {@link HubLease#due}. */
    WANTED,
    /** The hub was asked and has not called back. */
    ASKED,
    /** The hub called back: it pushes until the end of its term. */
    ACTIVE,
    /** The hub is to be asked to stop. */
    LEAVING
  }

  /** The hub that is asked. */
  public URI hub() {
    return hubs.hub();
  }

  /** Whether the source needs polling only to make sure. */
  public boolean good(Instant now) {
    return running(now) && trust.level() == Level.GOOD;
  }

  /** Whether the hub has promised to push. */
  public boolean running(Instant now) {
    return state == State.ACTIVE && term.lasts(now);
  }

  /** Whether there is nothing left that the hub should be asked. */
  public boolean over(Instant now) {
    return state == State.LEAVING && !term.lasts(now);
  }

  /** As it is when the hub is about to be asked. */
  public HubLease begun(Instant now) {
    return switch (state) {
      case WANTED -> as(State.ASKED, failures, due, note);
      case ACTIVE -> term.lapsed(now) ? ended("the lease ended", now).as(State.ASKED) : this;
      default -> this;
    };
  }

  /**
   * After the hub's answer. A hub that calls back before it answers has settled it already.
   *
   * @param asked as it was when the hub was asked
   */
  public HubLease answered(HubLease asked, HubAnswer answer, Instant now) {
    boolean settled =
        !Objects.equals(term.endsAt(), asked.term().endsAt()) || state != asked.state();
    if (settled) {
      return this;
    }
    State left = state == State.ASKED && !answer.accepted() ? State.WANTED : state;
    Duration least = answer.rest();
    if (left == State.WANTED && hubs.more()) {
      return elsewhere(least.isZero(), failures + 1, answer.note(), now);
    }
    Duration wait = PollSchedule.backOff(failures + 1);
    Duration longer = least.compareTo(wait) > 0 ? least : wait;
    Instant next = now.plus(longer);
    // An active one is looked at when it ends, at the latest.
    next = state == State.ACTIVE ? term.atTheLatest(next) : next;
    return as(left, failures + 1, next, answer.note());
  }

  /**
   * The hub called back and got our yes.
   *
   * @param named how long it will push; null when the hub names no time
   */
  public HubLease granted(@Nullable Duration named, Instant now) {
    Grant grant = Grant.of(named);
    Instant next = now.plus(grant.renewal());
    Term held = new Term(state == State.ACTIVE ? term.since() : now, now.plus(grant.time()));
    return new HubLease(id, sourceId, hubs, topic, contact, State.ACTIVE, 0, next, held, trust, "");
  }

  /** The hub will not push, or not any more. */
  public HubLease denied(String reason, Instant now) {
    String why = reason.isBlank() ? "the hub denied it" : "the hub denied it: " + reason;
    return hubs.more()
        ? elsewhere(false, failures, why, now)
        : as(State.WANTED, failures + 1, now.plus(HubAnswer.REFUSED), why);
  }

  /** Whether the hub said yes, never called back, and there is another one to be asked. */
  public boolean unanswered(Instant now) {
    return state == State.ASKED && failures > 0 && !now.isBefore(due) && hubs.more();
  }

  /** With the next hub, after this one said yes and never called back. */
  public HubLease elsewhere(Instant now) {
    return elsewhere(true, failures, note, now);
  }

  /**
   * With the next hub, which is asked at once; when all have been asked in vain, after a while. It
   * gets a callback and a secret of its own: what the hub before was told is void.
   *
   * @param again whether the hub before may be asked again in its turn
   * @param asked failures in a row, this one included
   */
  private HubLease elsewhere(boolean again, int asked, String why, Instant now) {
    Duration wait = again ? hubs.pause(asked) : Duration.ZERO;
    return at(hubs.next(again), HubContact.NONE).as(State.WANTED, asked, now.plus(wait), why);
  }

  /** What the source names now, this hub among them. */
  public HubLease offered(List<URI> named) {
    return at(hubs.offered(named), contact);
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
    return with(PushTrust.pushed(thin, now));
  }

  /**
   * A poll found news.
   *
   * @param before the last good poll before it; null when there was none
   */
  public HubLease foundByPoll(@Nullable Instant before, Instant now) {
    return with(trust.foundByPoll(term.since(), before, now));
  }

  private HubLease with(PushTrust newTrust) {
    return new HubLease(
        id, sourceId, hubs, topic, contact, state, failures, due, term, newTrust, note);
  }

  private HubLease at(HubRound to, HubContact told) {
    return new HubLease(id, sourceId, to, topic, told, state, failures, due, term, trust, note);
  }

  private HubLease as(State newState) {
    return as(newState, failures, due, note);
  }

  private HubLease as(State newState, int newFailures, Instant newDue, String newNote) {
    return new HubLease(
        id, sourceId, hubs, topic, contact, newState, newFailures, newDue, term, trust, newNote);
  }

  /** Without the secret, and without the token, which is one. */
  @Override
  public String toString() {
    return "HubLease[source=" + sourceId + ", hub=" + hub().getHost() + ", state=" + state + "]";
  }
}
