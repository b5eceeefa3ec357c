package io.wireroom.deliver.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brief in one form, or many in one file, as it lies in a folder or a bucket.
 *
 * @param key its name below the destination's url, with slashes; the same on every run
 * @param contentType with the charset, for texts
 * @param metadata what a bucket keeps beside it, names in lower case, ASCII; a folder keeps none
 * @param cacheControl what a bucket says to caches; null for nothing
 */
public record StoredObject(
    String key,
    String contentType,
    byte[] bytes,
    Map<String, String> metadata,
    @Nullable String cacheControl) {

  /** For an object that is written again and again: ask each time whether it is still the same. */
  static final String CHANGES = "no-cache";

  public StoredObject {
    metadata = Map.copyOf(metadata);
  }

  StoredObject(String key, String contentType, byte[] bytes, Map<String, String> metadata) {
    this(key, contentType, bytes, metadata, null);
  }
}
