package io.wireroom.deliver.storage;

import java.util.Map;

/**
 * A brief in one form, as it lies in a folder or a bucket.
 *
 * @param key its name below the destination's url, with slashes; the same on every run
 * @param contentType with the charset, for texts
 * @param metadata what a bucket keeps beside it, names in lower case, ASCII; a folder keeps none
 */
public record StoredObject(
    String key, String contentType, byte[] bytes, Map<String, String> metadata) {

  public StoredObject {
    metadata = Map.copyOf(metadata);
  }
}
