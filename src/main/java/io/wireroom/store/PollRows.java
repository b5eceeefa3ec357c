package io.wireroom.store;

import io.wireroom.deliver.Notice;
import io.wireroom.net.RetryAfter;
import io.wireroom.poll.Item;
import io.wireroom.poll.Poll;
import io.wireroom.poll.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a poll brought, written in one transaction: the source's state and the items that are new.
 */
final class PollRows {

  /** Failures in a row that the operators are told of; by the back-off, that is after a day. */
  private static final int FAILING = 9;

  private final RetryAfter.Scope scope;
  private final Clock clock;

  /**
   * @param scope whom a source's Retry-After holds besides
   */
  PollRows(RetryAfter.Scope scope, Clock clock) {
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @return how many items are new; -1 if this poll was recorded before
   */
  int record(Handle handle, Poll poll) {
    Source source = poll.source();
    boolean mine =
        Rows.any(handle, "SELECT 1 FROM source WHERE id = ? AND claimed = 1", source.id());
    if (!mine) {
      return -1;
    }
    boolean first = source.state().polledAt() == null;
    int added = 0;
    for (int i = 0; i < poll.items().size(); i++) {
      boolean skipped = first && i >= source.firstPoll();
      int inserted = insert(handle, poll.items().get(i), skipped, clock.instant());
      added += skipped ? 0 : inserted;
    }
    Source settled = source.with(poll.state());
    notice(handle, poll);
    SourceRows.write(handle, poll, scope.of(settled.address()), clock.millis());
    PolledHubs.polled(handle, poll, added, clock.instant());
    if (!poll.holdOthers().isZero()) {
      hold(handle, scope.of(source.address()), poll.holdOthers());
    }
    return added;
  }

  /** Tells the operators of a source that ended, or has failed for about a day, once. */
  private void notice(Handle handle, Poll poll) {
    int failures = poll.state().failures();
    String id = poll.source().id();
    if (poll.result() == Poll.Result.GONE) {
      NoticeRows.post(handle, Notice.sourceGone(id, poll.note(), clock.instant()));
    } else if (failures >= FAILING && poll.source().state().failures() < FAILING) {
      NoticeRows.post(handle, Notice.sourceFailing(id, failures, poll.note(), clock.instant()));
    }
  }

  /** Whoever limits a visitor counts all that he asks for, so his other requests wait as well. */
  private void hold(Handle handle, @Nullable String site, Duration wait) {
    long until = clock.instant().plus(wait).toEpochMilli();
    for (String time : new String[] {"not_before", "next_poll", "wait_until"}) {
      handle.execute(
          "UPDATE source SET " + time + " = ? WHERE site = ? AND gone = 0 AND " + time + " < ?",
          until,
          site,
          until);
    }
  }

  /**
   * Stores an item, unless it was seen before.
   *
   * @return 1 if it was not
   */
  static int insert(Handle handle, Item item, boolean skipped, Instant now) {
    return handle.execute(
        "INSERT INTO item (id, source_id, link, state, due_at, seen_at, outcome, document)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        item.id(),
        item.sourceId(),
        item.link().toString(),
        skipped ? "skipped" : "new",
        now.toEpochMilli(),
        item.seenAt().toEpochMilli(),
        skipped ? "older than the newest that a first poll takes" : "",
        skipped ? null : ItemJson.write(item));
  }
}
