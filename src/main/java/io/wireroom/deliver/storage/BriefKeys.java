package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.StorageDestination;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of a brief's files at a destination. */
final class BriefKeys {

  private BriefKeys() {}

  /** By form, in the order of the config: one for each form of the destination. */
  static Map<String, String> of(StorageDestination storage, Brief brief) {
    Layout layout = layout(storage);
    Map<String, String> keys = new LinkedHashMap<>();
    storage.formats().forEach(format -> keys.put(format, layout.key(brief, format)));
    return keys;
  }

  /** A round-up's, in the same way. */
  static Map<String, String> of(StorageDestination storage, RoundUp roundUp) {
    Layout layout = layout(storage);
    Map<String, String> keys = new LinkedHashMap<>();
    storage.formats().forEach(format -> keys.put(format, layout.key(roundUp, format)));
    return keys;
  }

  /** Several forms never share a name. */
  private static Layout layout(StorageDestination storage) {
    boolean alike =
        storage.formats().stream().distinct().count() > 1 && !storage.layout().contains("{format}");
    return new Layout(alike ? storage.layout() + ".{format}" : storage.layout());
  }
}
