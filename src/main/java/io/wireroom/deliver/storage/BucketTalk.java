package io.wireroom.deliver.storage;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.time.Instant;

/**
 * What is asked of a bucket in several requests, each of which depends on the answer before. A
 * value: each answer makes the next one. The route {@code talk} sends the requests.
 */
public sealed interface BucketTalk permits VolumeWrite, BucketProbe, BucketListing {

  /** Whether there is something to ask. */
  boolean open();

  /**
   * The next request, signed at a time; only while it is open.
   *
   * @throws NoCredentials if there is no key to sign with
   */
  HttpCall next(Instant at);

  /** What follows from the answer to the request before; a missing answer is one, too. */
  BucketTalk heard(HttpReply reply);
}
