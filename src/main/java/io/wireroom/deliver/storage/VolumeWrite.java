package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file of many briefs into a bucket by compare-and-swap: what is there is read with its
 * ETag, completed, and replaced only if it is still the same; else read again. So several hubs may
 * write the same file, and a write that was done and not noted is found done.
 *
 * @param bound what is being written; null before anything was read
 * @param etag of what was read, with its quotes; null when there is nothing to replace
 * @param reads how often it was read
 * @param result null while it is open
 */
public record VolumeWrite(
    Volume volume,
    @Nullable Bound bound,
    @Nullable String etag,
    int reads,
    @Nullable Written result)
    implements BucketTalk {

  /** Whoever loses so often waits a while. */
  private static final int MOST_READS = 6;

  /** A file that was never stored from here is created at once, without looking. */
  static VolumeWrite of(Volume volume) {
    Bound first = volume.stored() == 0 ? volume.bound(Bound.NOTHING) : null;
    return new VolumeWrite(volume, first, null, 0, null);
  }

  @Override
  public boolean open() {
    return result == null;
  }

  @Override
  public HttpCall next(Instant at) {
    BucketRequests requests = BucketRequests.of(volume.destination());
    if (bound == null) {
      return requests.get(volume.name().key(), at);
    }
    StoredObject object = volume.object(bound.bytes());
    return etag == null ? requests.create(object, at) : requests.replace(object, etag, at);
  }

  @Override
  public VolumeWrite heard(HttpReply reply) {
    if (reply.failure() != null) {
      return ended(reply, Verdict.RETRY, unanswered(reply), 0);
    }
    return bound == null ? read(reply) : written(reply, bound);
  }

  private VolumeWrite read(HttpReply reply) {
    if (StoreError.absent(reply)) {
      return new VolumeWrite(volume, volume.bound(Bound.NOTHING), null, reads + 1, null);
    } else if (!reply.ok()) {
      return failed(reply, Right.READ);
    }
    Bound next = volume.bound(reply.body());
    String found = reply.header("etag");
    if (!next.changed()) {
      return ended(reply, Verdict.DELIVERED, "was complete already", next.briefs());
    } else if (found == null) {
      return ended(reply, Verdict.RETRY, "the store gives no ETag to compare by", 0);
    }
    return new VolumeWrite(volume, next, found, reads + 1, null);
  }

  private VolumeWrite written(HttpReply reply, Bound bound) {
    boolean changed = StoreError.changed(reply);
    boolean vanished = etag != null && StoreError.absent(reply);
    if (reply.ok()) {
      return ended(reply, Verdict.DELIVERED, "stored", bound.briefs());
    } else if (!changed && !vanished) {
      return failed(reply, Right.WRITE);
    } else if (reads >= MOST_READS) {
      return ended(
          reply, Verdict.RETRY, "others write " + volume.name().key() + " all the time", 0);
    }
    return new VolumeWrite(volume, null, null, reads, null);
  }

  private VolumeWrite failed(HttpReply reply, Right wanted) {
    StoreError error = BucketRequests.of(volume.destination()).error(reply, wanted);
    return ended(reply, error.verdict(), error.reason(), 0);
  }

  private static String unanswered(HttpReply reply) {
    HttpReply.Failure failure = reply.failure();
    return failure == HttpReply.Failure.TOO_LARGE
        ? "it has grown too large to be completed; make more files by daily-layout, such as one"
            + " for each {source}"
        : Answers.words(reply, failure == null ? HttpReply.Failure.BROKEN : failure);
  }

  private VolumeWrite ended(HttpReply reply, Verdict verdict, String words, int briefs) {
    StorageDestination storage = volume.destination();
    String key = volume.name().key();
    // A good answer is the file itself, or nothing: no words of the store's to be kept.
    Outcome outcome =
        reply.ok()
            ? new Outcome(verdict, words, reply.status(), "", null, key)
            : Answers.outcome(storage, volume.at(), reply, verdict, words, key);
    return new VolumeWrite(volume, bound, etag, reads, new Written(volume, outcome, briefs));
  }
}
