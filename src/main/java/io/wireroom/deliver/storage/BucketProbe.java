package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
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
 * @param storage as the config has it
 * @param asked the same with those of its options that are asked for now
 * @param untried options that may be what was refused
 * @param fresh whether the object was made by this probe, and not by one before
 * @param etag of the object; null while it is not known
 * @param lacks what was found so far, in words, with what to do
 */
public record BucketProbe(
    StorageDestination storage,
    StorageDestination asked,
    Step step,
    List<ProbedOption> untried,
    boolean fresh,
    @Nullable String etag,
    List<String> lacks)
    implements BucketTalk {

  /** What is asked; in this order, but for what a bucket makes needless. */
  enum Step {
    CREATE,
    /** Only when that was refused: with one option alone, as long as there are any. */
    OPTION,
    /** Only when that was refused without any option: the object and nothing else. */
    PLAIN,
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
  private static final Set<Integer> REFUSED = Set.of(400, 501);

  public BucketProbe {
    untried = List.copyOf(untried);
    lacks = List.copyOf(lacks);
  }

  /** A probe that has yet to begin. */
  public static BucketProbe of(StorageDestination storage) {
    List<ProbedOption> options = ProbedOption.of(storage);
    return new BucketProbe(storage, storage, Step.CREATE, options, false, null, List.of());
  }

  @Override
  public boolean open() {
    return step != Step.DONE;
  }

  @Override
  public HttpCall next(Instant at) {
    BucketRequests requests = BucketRequests.of(asked);
    return switch (step) {
      case CREATE, CREATE_AGAIN -> requests.create(object("1"), at);
      case OPTION, PLAIN -> requests.write(object("1"), at);
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
    boolean there = IS_THERE.contains(reply.status());
    return switch (step) {
      case CREATE -> created(reply, there);
      case OPTION -> option(reply);
      case PLAIN -> lacking(reply.ok() ? ProbeWords.NO_CONDITION : words(reply)).to(Step.DONE);
      case CREATE_AGAIN ->
          (there ? this : lacking(reply.ok() ? ProbeWords.NO_IF_NONE_MATCH : words(reply)))
              .to(Step.READ);
      case READ -> read(reply);
      case REPLACE ->
          reply.ok()
              ? to(Step.REPLACE_ANOTHER)
              : lacking(ProbeWords.noIfMatch(reply.status())).to(Step.LIST);
      case REPLACE_ANOTHER ->
          (reply.ok() ? lacking(ProbeWords.IGNORES_IF_MATCH) : this).to(Step.LIST);
      case LIST -> (reply.ok() ? this : lacking(ProbeWords.noList(reply.status()))).to(Step.REMOVE);
      case REMOVE, DONE -> to(Step.DONE);
    };
  }

  private BucketProbe created(HttpReply reply, boolean there) {
    if (reply.ok() || there) {
      Step next = there ? Step.READ : Step.CREATE_AGAIN;
      return new BucketProbe(storage, asked, next, untried, reply.ok(), null, lacks);
    } else if (REFUSED.contains(reply.status())) {
      return asked.equals(storage) && !untried.isEmpty() ? nextOption(untried) : to(Step.PLAIN);
    }
    return lacking(words(reply)).to(Step.DONE);
  }

  private BucketProbe option(HttpReply reply) {
    BucketProbe heard = reply.ok() ? this : lacking(untried.get(0).lack());
    return heard.nextOption(untried.subList(1, untried.size()));
  }

  private BucketProbe nextOption(List<ProbedOption> left) {
    ProbedOption next = left.isEmpty() ? null : left.get(0);
    Step then = next == null ? Step.CREATE : Step.OPTION;
    StorageDestination less = ProbedOption.only(next, storage);
    return new BucketProbe(storage, less, then, left, false, null, lacks);
  }

  private BucketProbe read(HttpReply reply) {
    if (!reply.ok()) {
      return lacking(ProbeWords.noRead(reply.status())).to(Step.LIST);
    }
    BucketProbe read = fresh ? kept(reply) : this;
    String found = reply.header("etag");
    if (!storage.volumes().wanted()) {
      return read.to(Step.LIST);
    }
    return found == null
        ? read.lacking(ProbeWords.NO_ETAG).to(Step.LIST)
        : new BucketProbe(storage, asked, Step.REPLACE, untried, fresh, found, read.lacks);
  }

  /** Whether it was kept as asked. A standard class is not named in the answer. */
  private BucketProbe kept(HttpReply reply) {
    BucketProbe probe = this;
    if (asked.access() instanceof S3Access s3) {
      String encryption = reply.header("x-amz-server-side-encryption");
      if (s3.encryption() != null && !s3.encryption().equals(encryption)) {
        probe = probe.lacking(ProbeWords.IGNORES_ENCRYPTION);
      }
      String kept = Objects.requireNonNullElse(reply.header("x-amz-storage-class"), "STANDARD");
      if (s3.storageClass() != null && !s3.storageClass().equals(kept)) {
        probe = probe.lacking(ProbeWords.ignoresStorageClass(kept));
      }
    }
    return reply.header(BucketRequests.of(asked).metadata() + "brief") == null
        ? probe.lacking(ProbeWords.NO_METADATA)
        : probe;
  }

  private String words(HttpReply reply) {
    return BucketRequests.of(storage).error(reply, Right.WRITE).reason();
  }

  private BucketProbe lacking(String what) {
    List<String> more = new ArrayList<>(lacks);
    more.add(what);
    return new BucketProbe(storage, asked, step, untried, fresh, etag, more);
  }

  private BucketProbe to(Step next) {
    return new BucketProbe(storage, asked, next, untried, fresh, etag, lacks);
  }
}
