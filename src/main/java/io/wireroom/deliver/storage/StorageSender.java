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
import java.util.Map;

/**
 * What is put into a folder or a bucket, and what a store's answer means. Pure and thread-safe.
 *
 * <p>Names are the same on every run, and an object is created only if it is not there: whatever is
 * tried again, and however often, there is one object.
 */
public final class StorageSender {

  /** What the letter carries in each of the destination's forms. */
  public List<StoredObject> objects(Letter letter) {
    StorageDestination storage = storage(letter);
    List<String> formats = storage.formats().stream().distinct().toList();
    boolean alike = formats.size() > 1 && !storage.layout().contains("{format}");
    Layout layout = new Layout(alike ? storage.layout() + ".{format}" : storage.layout());
    return letter
        .content()
        .in(
            new Content.Form<>() {
              @Override
              public List<StoredObject> report(Report report) {
                return formats.stream()
                    .map(format -> object(report.brief(), layout, format))
                    .toList();
              }

              @Override
              public List<StoredObject> roundUp(RoundUp roundUp) {
                return formats.stream()
                    .map(format -> StoredParcels.object(roundUp, layout, format))
                    .toList();
              }

              @Override
              public List<StoredObject> notice(Notice notice) {
                return List.of(StoredParcels.object(notice));
              }
            });
  }

  /**
   * The request that creates an object in a bucket, if it is not there.
   *
   * @throws NoCredentials if there is no key to sign with
   */
  public HttpCall put(Letter letter, StoredObject object) {
    return new S3Requests(storage(letter)).create(object, letter.attemptAt());
  }

  /** What a store's answer means. */
  public Outcome read(Letter letter, StoredObject object, HttpReply reply) {
    StorageDestination storage = storage(letter);
    int status = reply.status();
    if (status == 0) {
      Failure failure = reply.failure();
      return Answers.unanswered(letter, reply, failure == null ? Failure.BROKEN : failure);
    }
    S3Requests requests = new S3Requests(storage);
    String key = requests.address().key(object.key());
    if (status >= 200 && status < 300) {
      return Answers.outcome(letter, reply, Verdict.DELIVERED, "stored", key);
    } else if (status == 412 || status == 304) {
      return Answers.outcome(letter, reply, Verdict.DELIVERED, "was there already", key);
    }
    S3Error error = S3Error.of(reply, requests.address().bucket(), requests.s3().region());
    return Answers.outcome(letter, reply, error.verdict(), error.reason(), null);
  }

  /** What it means that an object is in its folder. */
  public Outcome written(StoredObject object) {
    return new Outcome(Verdict.DELIVERED, "stored", 0, "", null, object.key());
  }

  /** What it means that an object could not even be sent: a full disk, no credentials. */
  public Outcome failed(Throwable failure) {
    Throwable why = failure;
    while (why.getCause() != null && !(why instanceof NoCredentials)) {
      why = why.getCause();
    }
    String words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    return new Outcome(Verdict.RETRY, "not stored: " + words, 0, "", null, null);
  }

  private static StoredObject object(Brief brief, Layout layout, String format) {
    String key = layout.key(brief, format);
    Map<String, String> metadata =
        Map.of("brief", brief.id(), "story", brief.storyId(), "source", brief.origin().sourceId());
    return switch (format) {
      case "json" -> new StoredObject(key, "application/json", BriefJson.write(brief), metadata);
      case "md" -> text(key, "markdown", BriefMarkdown.write(brief), metadata);
      case "html" -> text(key, "html", BriefHtml.page(brief), metadata);
      case "txt" -> text(key, "plain", BriefText.write(brief), metadata);
      default -> throw new IllegalArgumentException("a brief has no form " + format);
    };
  }

  static StoredObject text(String key, String subtype, String text, Map<String, String> metadata) {
    return new StoredObject(
        key,
        "text/" + subtype + "; charset=UTF-8",
        text.getBytes(StandardCharsets.UTF_8),
        metadata);
  }

  private static StorageDestination storage(Letter letter) {
    return (StorageDestination) letter.destination();
  }
}
