package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object in a bucket that one holder at a time changes. Who takes it marks it with the time
 * until which it is held, in the place of what was there before and of nothing else
 * (compare-and-swap); who finds the mark leaves it alone until that time. Stateless.
 *
 * @param storage the bucket, with the object's folder as its prefix
 * @param name of the object in it
 */
public record HeldObject(StorageDestination storage, String name) {

  private static final byte[] NOTHING = {};

  /** Azure takes no hyphen in a name. */
  private static final String HELD_UNTIL = "helduntil";

  private static final String HOLDER = "holder";

  /**
   * The object as it was read.
   *
   * @param bytes empty when there is none
   * @param etag with its quotes; null when there is none
   * @param heldUntil null when nobody holds it
   * @param holder who wrote it; null when there is none
   */
  public record Version(
      byte[] bytes, @Nullable String etag, @Nullable Instant heldUntil, @Nullable String holder) {

    /** Whether somebody else may be working on it. */
    public boolean isHeld(Instant now) {
      return heldUntil != null && heldUntil.isAfter(now);
    }
  }

  /** The store did not do what it was asked. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Asks for it. */
  public HttpCall get(Instant at) {
    return requests().get(name, at);
  }

  /**
   * What the answer to {@link #get} is.
   *
   * @throws Refused if it is neither the object nor that there is none
   */
  public Version read(HttpReply reply) {
    if (StoreError.absent(reply)) {
      return new Version(NOTHING, null, null, null);
    }
    String etag = reply.header("etag");
    if (failed(reply) || etag == null) {
      throw refused(reply, Right.READ);
    }
    String until = reply.header(requests().metadata() + HELD_UNTIL);
    return new Version(
        reply.body(),
        etag,
        until == null || !until.matches("\\d{1,12}")
            ? null
            : Instant.ofEpochSecond(Long.parseLong(until)),
        reply.header(requests().metadata() + HOLDER));
  }

  /**
   * Puts it in the place of what was read or written before.
   *
   * @param etag of that; null when there was none
   * @param holder who writes it
   * @param heldUntil null to let it go
   */
  public HttpCall put(
      byte[] bytes, @Nullable String etag, String holder, @Nullable Instant heldUntil, Instant at) {
    Map<String, String> mark = new HashMap<>(Map.of(HOLDER, holder));
    if (heldUntil != null) {
      mark.put(HELD_UNTIL, Long.toString(heldUntil.getEpochSecond()));
    }
    StoredObject object =
        new StoredObject(name, "application/gzip", bytes, mark, StoredObject.CHANGES);
    return etag == null ? requests().create(object, at) : requests().replace(object, etag, at);
  }

  /**
   * What the answer to {@link #put} is.
   *
   * @return the new ETag; null when somebody else changed the object meanwhile
   * @throws Refused if the store says anything else
   */
  public @Nullable String written(HttpReply reply) {
    if (StoreError.changed(reply) || StoreError.absent(reply)) {
      return null;
    }
    String etag = reply.header("etag");
    if (failed(reply) || etag == null) {
      throw refused(reply, Right.WRITE);
    }
    return etag;
  }

  private BucketRequests requests() {
    return BucketRequests.of(storage);
  }

  private static boolean failed(HttpReply reply) {
    return reply.failure() != null || !reply.ok();
  }

  private Refused refused(HttpReply reply, Right wanted) {
    HttpReply.Failure failure = reply.failure();
    if (failure != null) {
      return new Refused(Answers.words(reply, failure));
    }
    return new Refused(
        reply.ok()
            ? "the store gives no ETag to compare by"
            : requests().error(reply, wanted).reason());
  }
}
