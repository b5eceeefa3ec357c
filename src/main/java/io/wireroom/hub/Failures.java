package io.wireroom.hub;

import io.wireroom.article.Items;
import io.wireroom.article.PageRetry;
import io.wireroom.article.PageUnavailable;
import io.wireroom.article.PendingItem;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.poll.Poller;
import io.wireroom.poll.Source;
import io.wireroom.poll.Sources;
import io.wireroom.poll.websub.HubLease;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one error policy: whatever fails becomes a row of the record that failed, with a next try
 * where one makes sense. A record that was settled before the failure is left as it is.
 */
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Sources sources;
  private final Poller poller;
  private final Items items;
  private final Outbox outbox;
  private final @Nullable WebSub websub;
  private final Clock clock;

  /**
   * @param websub null where no hub is asked
   */
  Failures(
      Sources sources,
      Poller poller,
      Items items,
      Outbox outbox,
      @Nullable WebSub websub,
      Clock clock) {
    this.sources = sources;
    this.poller = poller;
    this.items = items;
    this.outbox = outbox;
    this.websub = websub;
    this.clock = clock;
  }

  /**
   * @param record what entered the stage that failed
   */
  public void record(Object record, Throwable failure) {
    if (record instanceof Source) {
      sources.record(poller.broken((Source) record, words(failure)));
    } else if (record instanceof PendingItem) {
      item((PendingItem) record, failure);
    } else if (record instanceof HubLease && websub != null) {
      websub.broken((HubLease) record, words(failure));
    } else if (record instanceof Letter) {
      String reason = "sending failed here, not at the receiver: " + words(failure);
      outbox.settle((Letter) record, new Outcome(Outcome.Verdict.RETRY, reason, 0, "", null, null));
    }
    if (!(failure instanceof PageUnavailable)) {
      LOG.error("unforeseen record={}", record.getClass().getSimpleName(), failure);
    }
  }

  private void item(PendingItem item, Throwable failure) {
    int tried = item.attempts() + 1;
    if (tried >= PageRetry.TRIES) {
      items.giveUp(item, words(failure));
      return;
    }
    Duration asked =
        failure instanceof PageUnavailable ? ((PageUnavailable) failure).retryAfter() : null;
    items.postpone(item, clock.instant().plus(PageRetry.wait(tried, asked)), words(failure));
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
