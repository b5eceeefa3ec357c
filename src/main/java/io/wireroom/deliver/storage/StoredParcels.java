package io.wireroom.deliver.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.deliver.ContentJson;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.RoundUpPage;
import io.wireroom.deliver.StorageDestination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Round-ups and notices as objects. */
final class StoredParcels {

  private static final ContentJson JSON = new ContentJson();

  private StoredParcels() {}

  /** A round-up in each of the destination's forms, named by its layout. */
  static List<StoredObject> objects(StorageDestination storage, RoundUp roundUp) {
    Map<String, String> metadata =
        Map.of("digest", roundUp.id(), "subscription", ascii(roundUp.subscriptionId()));
    return BriefKeys.of(storage, roundUp).entrySet().stream()
        .map(
            key ->
                new StoredObject(
                    key.getValue(),
                    StorageSender.contentType(key.getKey()),
                    bytes(roundUp, key.getKey()),
                    metadata,
                    storage.access() == null ? null : storage.access().cacheControl()))
        .toList();
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "-");
  }

  private static byte[] bytes(RoundUp roundUp, String format) {
    return switch (format) {
      case "json" -> bytes(JSON.roundUp(roundUp));
      case "md" -> RoundUpPage.markdown(roundUp).getBytes(StandardCharsets.UTF_8);
      case "html" -> RoundUpPage.html(roundUp).getBytes(StandardCharsets.UTF_8);
      case "txt" -> RoundUpPage.text(roundUp).getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException("a round-up has no form " + format);
    };
  }

  /** A notice, apart from the briefs, since no layout has a place for it. */
  static StoredObject object(Notice notice) {
    String key = "notices/" + notice.id() + ".json";
    Map<String, String> metadata = Map.of("topic", notice.topic().word());
    return new StoredObject(key, "application/json", bytes(JSON.notice(notice)), metadata);
  }

  private static byte[] bytes(ObjectNode document) {
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }
}
