package io.wireroom.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bucket keeps of a put's headers, and gives back with the object. */
final class ObjectHeaders {

  /** Of an object of which nothing is known, since it was there before the process. */
  static final Map<String, String> NONE = Map.of("Content-Type", "application/octet-stream");

  private static final List<String> KEPT =
      List.of(
          "content-type", "cache-control", "x-amz-storage-class", "x-amz-server-side-encryption");

  private ObjectHeaders() {}

  static Map<String, String> of(Request request) {
    Map<String, String> kept = new LinkedHashMap<>(NONE);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-amz-meta-") || KEPT.contains(name)) {
                kept.put(name.equals("content-type") ? "Content-Type" : name, values.get(0));
              }
            });
    return kept;
  }
}
