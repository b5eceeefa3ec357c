package io.wireroom.deliver.storage;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.time.Clock;

/** The two sides of a talk with a bucket, as the route {@code talk} needs them. Thread-safe. */
public final class BucketTalks {

  private final Clock clock;

  public BucketTalks(Clock clock) {
    this.clock = clock;
  }

  /** The next request; signed now, since stores refuse what was signed long ago. */
  public HttpCall next(BucketTalk talk) {
    return talk.next(clock.instant());
  }

  /** The talk after an answer. */
  public BucketTalk heard(BucketTalk talk, HttpReply reply) {
    return talk.heard(reply);
  }
}
