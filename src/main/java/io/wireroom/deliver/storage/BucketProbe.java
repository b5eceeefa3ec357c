package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Destination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a bucket can do, by a small object that is written as briefs are, and removed
 * again: five to seven requests for a bucket that can do all.
 *
 * @param storage as it is asked, without what was refused so far
 * @param dropped what was left out to find out what is refused, in order
 * @param fresh whether the object was made by this probe, and not by one before
 * @param etag of the object; null while it is not known
 * @param lacks what was found so far, in words, with what to do
 */
public record BucketProbe(
    Destination.Storage storage,
    Step step,
    List<String> dropped,
    boolean fresh,
    @Nullable String etag,
    List<String> lacks)
    implements BucketTalk {

  /** What is asked; in this order, but for those that a bucket makes needless. */
  public enum Step {
    CREATE,
    CREATE_AGAIN,
    READ,
    REPLACE,
    REPLACE_ANOTHER,
    LIST,
    REMOVE,
    DONE
  }

  /** The object's name, below the destination's prefix. */
  static final String KEY = ".wireroom-probe";

  private static final String NO_ETAG = "\"00000000000000000000000000000000\"";
  private static final Set<Integer> IS_THERE = Set.of(412, 304, 409);

  public BucketProbe {
    dropped = List.copyOf(dropped);
    lacks = List.copyOf(lacks);
  }

  /** A probe that has yet to begin. */
  public static BucketProbe of(Destination.Storage storage) {
    return new BucketProbe(storage, Step.CREATE, List.of(), false, null, List.of());
  }

  @Override
  public boolean open() {
    return step != Step.DONE;
  }

  @Override
  public HttpCall next(Instant at) {
    S3Requests requests = new S3Requests(storage);
    return switch (step) {
      case CREATE, CREATE_AGAIN -> requests.create(object("1"), at);
      case READ -> requests.get(KEY, at);
      case REPLACE -> requests.replace(object("2"), Objects.requireNonNullElse(etag, NO_ETAG), at);
      case REPLACE_ANOTHER -> requests.replace(object("3"), NO_ETAG, at);
      case LIST -> requests.list(KEY, 1, null, at);
      case REMOVE -> requests.delete(KEY, at);
      case DONE -> throw new IllegalStateException("the probe of " + storage.id() + " is done");
    };
  }

  private static StoredObject object(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new StoredObject(
        KEY, "text/plain; charset=UTF-8", bytes, Map.of("brief", "probe"), StoredObject.CHANGES);
  }

  @Override
  public BucketProbe heard(HttpReply reply) {
    if (reply.failure() != null) {
      return lacking("can't be asked: " + Answers.words(reply, reply.failure())).to(Step.DONE);
    }
    return switch (step) {
      case CREATE -> created(reply);
      case CREATE_AGAIN -> createdAgain(reply).to(Step.READ);
      case READ -> read(reply);
      case REPLACE -> replaced(reply);
      case REPLACE_ANOTHER -> replacedAnother(reply).to(Step.LIST);
      case LIST -> listed(reply).to(Step.REMOVE);
      case REMOVE, DONE -> to(Step.DONE);
    };
  }

  private BucketProbe created(HttpReply reply) {
    boolean there = IS_THERE.contains(reply.status());
    if (reply.ok() || there) {
      return refused().fresh(reply.ok()).to(there ? Step.READ : Step.CREATE_AGAIN);
    }
    ProbedOption next = refusesSomething(reply) ? ProbedOption.first(storage) : null;
    if (next != null) {
      List<String> more = new ArrayList<>(dropped);
      more.add(next.lack());
      Destination.Storage less = next.without(storage);
      return new BucketProbe(less, Step.CREATE, more, false, null, lacks);
    }
    return lacking(words(reply)).to(Step.DONE);
  }

  /** A refusal that may be about an option; missing rights and buckets have codes of their own. */
  private static boolean refusesSomething(HttpReply reply) {
    return reply.status() == 400 || reply.status() == 501;
  }

  /** What was left out last is what made the difference. */
  private BucketProbe refused() {
    return dropped.isEmpty() ? this : lacking(dropped.get(dropped.size() - 1));
  }

  private BucketProbe createdAgain(HttpReply reply) {
    if (IS_THERE.contains(reply.status())) {
      return this;
    }
    return lacking(
        reply.ok()
            ? "ignores If-None-Match: a delivery that is repeated writes its object again; nothing"
                + " is lost by that"
            : words(reply));
  }

  private BucketProbe read(HttpReply reply) {
    if (!reply.ok()) {
      return lacking(
              "does not let us read (" + reply.status() + "): allow s3:GetObject, for the files of"
                  + " days, the index and the audit")
          .to(Step.LIST);
    }
    BucketProbe read = fresh ? kept(reply) : this;
    String found = reply.header("etag");
    if (!storage.volumes().wanted()) {
      return read.to(Step.LIST);
    }
    return found == null
        ? read.lacking("gives no ETag: files of days and the index can't be written").to(Step.LIST)
        : new BucketProbe(storage, Step.REPLACE, dropped, fresh, found, read.lacks);
  }

  /** Whether it was kept as asked. A standard class is not named in the answer. */
  private BucketProbe kept(HttpReply reply) {
    BucketProbe probe = this;
    Destination.S3 s3 = new S3Requests(storage).s3();
    String encryption = reply.header("x-amz-server-side-encryption");
    if (s3.encryption() != null && !s3.encryption().equals(encryption)) {
      probe = probe.lacking("ignores encryption: objects lie there as that store always does it");
    }
    String kept = Objects.requireNonNullElse(reply.header("x-amz-storage-class"), "STANDARD");
    if (s3.storageClass() != null && !s3.storageClass().equals(kept)) {
      probe = probe.lacking("ignores storage-class: objects are " + kept);
    }
    return reply.header("x-amz-meta-brief") == null
        ? probe.lacking("keeps no metadata; briefs are whole without it")
        : probe;
  }

  private BucketProbe replaced(HttpReply reply) {
    return reply.ok()
        ? to(Step.REPLACE_ANOTHER)
        : lacking(
                "does not know If-Match (" + reply.status() + "): files of days and the index can't"
                    + " be written; leave daily and index out")
            .to(Step.LIST);
  }

  private BucketProbe replacedAnother(HttpReply reply) {
    return reply.ok()
        ? lacking(
            "ignores If-Match: two hubs that write the same file of a day could undo each other's"
                + " work; let only one write there")
        : this;
  }

  private BucketProbe listed(HttpReply reply) {
    return reply.ok()
        ? this
        : lacking(
            "does not let us list ("
                + reply.status()
                + "): allow s3:ListBucket, for the audit");
  }

  private String words(HttpReply reply) {
    S3Requests requests = new S3Requests(storage);
    return S3Error.of(reply, requests.address().bucket(), requests.s3().region()).reason();
  }

  private BucketProbe lacking(String what) {
    List<String> more = new ArrayList<>(lacks);
    more.add(what);
    return new BucketProbe(storage, step, dropped, fresh, etag, more);
  }

  private BucketProbe fresh(boolean made) {
    return new BucketProbe(storage, step, dropped, made, etag, lacks);
  }

  private BucketProbe to(Step next) {
    return new BucketProbe(storage, next, dropped, fresh, etag, lacks);
  }
}
