package io.wireroom.deliver.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.deliver.ContentJson;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.RoundUpPage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Round-ups and notices as objects. */
final class StoredParcels {

  private static final ContentJson JSON = new ContentJson();

  private StoredParcels() {}

  /** A round-up in one form, named by the destination's layout. */
  static StoredObject object(RoundUp roundUp, Layout layout, String format) {
    String key = layout.key(roundUp, format);
    Map<String, String> metadata =
        Map.of("digest", roundUp.id(), "subscription", roundUp.subscriptionId());
    return switch (format) {
      case "json" ->
          new StoredObject(key, "application/json", bytes(JSON.roundUp(roundUp)), metadata);
      case "md" -> StorageSender.text(key, "markdown", RoundUpPage.markdown(roundUp), metadata);
      case "html" -> StorageSender.text(key, "html", RoundUpPage.html(roundUp), metadata);
      case "txt" -> StorageSender.text(key, "plain", RoundUpPage.text(roundUp), metadata);
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
