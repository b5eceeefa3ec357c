package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.BriefMarkdown;
import io.wireroom.brief.BriefText;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is put into a folder or a bucket, and what a store's answer means. Pure and thread-safe.
 *
 * <p>Names are the same on every run, and an object is created only if it is not there: whatever is
 * tried again, and however often, there is one object.
 */
public final class StorageSender {

  private static final String TEXT = "; charset=UTF-8";

  /** What the letter carries in each of the destination's forms. */
  public List<StoredObject> objects(Letter letter) {
    StorageDestination storage = storage(letter);
    return letter
        .content()
        .in(
            new Content.Form<>() {
              @Override
              public List<StoredObject> report(Report report) {
                return objects(storage, report.brief());
              }

              @Override
              public List<StoredObject> roundUp(RoundUp roundUp) {
                return StoredParcels.objects(storage, roundUp);
              }

              @Override
              public List<StoredObject> notice(Notice notice) {
                return List.of(StoredParcels.object(notice));
              }
            });
  }

  /** A brief's, whatever they are for. */
  static List<StoredObject> objects(StorageDestination storage, Brief brief) {
    return BriefKeys.of(storage, brief).entrySet().stream()
        .map(key -> object(storage, brief, key.getValue(), key.getKey()))
        .toList();
  }

  /**
   * The request that creates an object in a bucket, if it is not there.
   *
   * @throws NoCredentials if there is no key to sign with
   */
  public HttpCall put(Letter letter, StoredObject object) {
    return BucketRequests.of(storage(letter)).create(object, letter.attemptAt());
  }

  /** What a store's answer means. */
  public Outcome read(Letter letter, StoredObject object, HttpReply reply) {
    StorageDestination storage = storage(letter);
    int status = reply.status();
    if (status == 0) {
      Failure failure = reply.failure();
      return Answers.unanswered(letter, reply, failure == null ? Failure.BROKEN : failure);
    }
    BucketRequests requests = BucketRequests.of(storage);
    String key = requests.key(object.key());
    if (status >= 200 && status < 300) {
      return Answers.outcome(letter, reply, Verdict.DELIVERED, "stored", key);
    } else if (requests.there(reply)) {
      return Answers.outcome(letter, reply, Verdict.DELIVERED, "was there already", key);
    }
    StoreError error = requests.error(reply, Right.WRITE);
    return Answers.outcome(letter, reply, error.verdict(), error.reason(), null);
  }

  /** What it means that an object is in its folder. */
  public Outcome written(StoredObject object) {
    return new Outcome(Verdict.DELIVERED, "stored", 0, "", null, object.key());
  }

  /** What it means that an object could not even be sent: a full disk, no credentials. */
  public Outcome failed(Throwable failure) {
    return unsent(failure);
  }

  static Outcome unsent(Throwable failure) {
    Throwable why = failure;
    while (why.getCause() != null
        && !(why instanceof NoCredentials)
        && !(why instanceof ForeignVolume)) {
      why = why.getCause();
    }
    String words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    return new Outcome(Verdict.RETRY, "not stored: " + words, 0, "", null, null);
  }

  private static StoredObject object(
      StorageDestination storage, Brief brief, String key, String format) {
    String caching = storage.access() == null ? null : storage.access().cacheControl();
    return new StoredObject(
        key, contentType(format), bytes(brief, format), ObjectMetadata.of(brief), caching);
  }

  static String contentType(String format) {
    return switch (format) {
      case "json" -> "application/json";
      case "md" -> "text/markdown" + TEXT;
      case "txt" -> "text/plain" + TEXT;
      default -> "text/" + format + TEXT;
    };
  }

  private static byte[] bytes(Brief brief, String format) {
    return switch (format) {
      case "json" -> BriefJson.write(brief);
      case "md" -> BriefMarkdown.write(brief).getBytes(StandardCharsets.UTF_8);
      case "html" -> BriefHtml.page(brief).getBytes(StandardCharsets.UTF_8);
      case "txt" -> BriefText.write(brief).getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException("a brief has no form " + format);
    };
  }

  private static StorageDestination storage(Letter letter) {
    return (StorageDestination) letter.destination();
  }
}
